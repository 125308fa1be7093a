"""Look a DOI up: the DOI's own agency answers in CSL JSON (DOI content negotiation)."""

from typing import Any
from urllib.parse import quote

from octavo.sources.services import LookupFault, Services, ask_json
from octavo.sources.web import Web

_CSL_JSON = "application/vnd.citationstyles.csl+json"


def look_up_doi(web: Web, services: Services, doi: str) -> dict[str, Any]:
    """Return the record of a DOI as CSL JSON. Raises LookupFault."""
    try:
        record = ask_json(web, services.doi + quote(doi, safe="/:;()."), _CSL_JSON)
    except LookupFault as fault:
        if "(404)" not in str(fault):
            raise
        told = f"nobody has registered the DOI `{doi}`"
        raise LookupFault(told, "copy it again from the source", is_unknown=True) from None
    if not isinstance(record, dict) or not record.get("title"):
        raise LookupFault(f"the record of the DOI `{doi}` has no title", "write the entry by hand")
    return {**record, "DOI": doi}
