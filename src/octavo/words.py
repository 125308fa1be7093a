"""The few words that octavo itself prints, in the language of the publication."""

from collections.abc import Mapping
from types import MappingProxyType

_KEYS = (
    "figure", "table", "contents", "bibliography", "notes", "note", "back_to_text", "cover", "title_page",
    "colophon", "how_to_cite", "rights", "published", "edition", "author", "page", "set_in", "made_with", "revision",
)  # fmt: skip

_WORDS = {
    "en": (
        "Figure", "Table", "Contents", "Bibliography", "Notes", "Note", "Back to text", "Cover", "Title page",
        "Colophon", "How to cite", "Rights", "Published", "Edition", "Author", "Page", "Set in", "Made with", "Revision",
    ),
    "uk": (
        "Рисунок", "Таблиця", "Зміст", "Список джерел", "Примітки", "Примітка", "Назад до тексту", "Обкладинка",
        "Титульна сторінка", "Вихідні дані", "Як цитувати", "Права", "Опубліковано", "Видання", "Автор", "Сторінка",
        "Набрано шрифтами", "Створено за допомогою", "Редакція тексту",
    ),
    "be": (
        "Малюнак", "Табліца", "Змест", "Спіс крыніц", "Заўвагі", "Заўвага", "Назад да тэксту", "Вокладка",
        "Тытульная старонка", "Выхадныя звесткі", "Як цытаваць", "Правы", "Апублікавана", "Выданне", "Аўтар",
        "Старонка", "Набрана шрыфтамі", "Створана з дапамогай", "Рэдакцыя тэксту",
    ),
    "ru": (
        "Рисунок", "Таблица", "Содержание", "Список источников", "Примечания", "Примечание", "Назад к тексту",
        "Обложка", "Титульная страница", "Выходные данные", "Как цитировать", "Права", "Опубликовано", "Издание",
        "Автор", "Страница", "Набрано шрифтами", "Создано с помощью", "Редакция текста",
    ),
    "pl": (
        "Rysunek", "Tabela", "Spis treści", "Bibliografia", "Przypisy", "Przypis", "Powrót do tekstu", "Okładka",
        "Strona tytułowa", "Kolofon", "Jak cytować", "Prawa", "Opublikowano", "Wydanie", "Autor", "Strona",
        "Złożono krojami", "Utworzono za pomocą", "Rewizja",
    ),
    "de": (
        "Abbildung", "Tabelle", "Inhalt", "Literaturverzeichnis", "Anmerkungen", "Anmerkung", "Zurück zum Text",
        "Umschlag", "Titelseite", "Impressum", "Zitiervorschlag", "Rechte", "Veröffentlicht", "Ausgabe", "Autor",
        "Seite", "Gesetzt aus", "Hergestellt mit", "Fassung",
    ),
    "fr": (
        "Figure", "Tableau", "Table des matières", "Bibliographie", "Notes", "Note", "Retour au texte", "Couverture",
        "Page de titre", "Colophon", "Pour citer", "Droits", "Publié le", "Édition", "Auteur", "Page",
        "Composé en", "Réalisé avec", "Révision",
    ),
}  # fmt: skip


def words_for(lang: str) -> Mapping[str, str]:
    """Return octavo's words in the language of the BCP 47 tag `lang`; English where it has none."""
    chosen = _WORDS.get(lang.split("-")[0].lower(), _WORDS["en"])
    return MappingProxyType(dict(zip(_KEYS, chosen, strict=True)))
