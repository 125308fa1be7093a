"""The citation doctor: what is wrong with the sources, and with how the text names them."""

from octavo.check.sources.dates import (
    check_calendar,
    check_months,
    check_order_of_dates,
    check_readable_dates,
)
from octavo.check.sources.duplicates import check_duplicates
from octavo.check.sources.kinds import check_field_names, check_kinds
from octavo.check.sources.langids import check_langids
from octavo.check.sources.locators import check_locators
from octavo.check.sources.long_notes import check_long_notes
from octavo.check.sources.names_of_entries import check_bodies, check_people
from octavo.check.sources.numbers import check_dois, check_numbers
from octavo.check.sources.quoted_pages import check_quoted_pages
from octavo.check.sources.style_needs import check_style_needs
from octavo.check.sources.titles import check_lowered_names, check_shouted_titles, check_title_languages
from octavo.check.sources.web import check_addresses, check_addresses_in_text, check_tracking

SOURCE_RULES = (
    check_kinds,
    check_field_names,
    check_style_needs,
    check_readable_dates,
    check_months,
    check_calendar,
    check_order_of_dates,
    check_dois,
    check_numbers,
    check_addresses,
    check_tracking,
    check_duplicates,
    check_people,
    check_bodies,
    check_langids,
    check_title_languages,
    check_shouted_titles,
    check_lowered_names,
    check_locators,
    check_addresses_in_text,
    check_quoted_pages,
    check_long_notes,
)

__all__ = ["SOURCE_RULES"]
