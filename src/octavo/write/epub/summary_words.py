"""The sentences in which a book says in words how accessible it is, in the language of the publication."""

from collections.abc import Mapping

SUMMARY_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "order": "The text can be read in order and reached through its table of contents and its headings.",
        "notes": "Notes are linked from the text, and each links back to it.",
        "described": "Every image has a description in words or only adorns the page.",
        "undescribed": "Some images have no description in words.",
        "math": "Formulas are MathML and carry their TeX source as text.",
        "pages": "The beginnings of the pages of the PDF are marked and listed.",
        "motion": "Some images may move; whether they flash has not been examined.",
    },
    "uk": {
        "order": "Текст можна читати за порядком і переходити до його частин через зміст і заголовки.",
        "notes": "Примітки пов’язано з текстом посиланнями в обидва боки.",
        "described": "Кожне зображення має словесний опис або лише прикрашає сторінку.",
        "undescribed": "Деякі зображення не мають словесного опису.",
        "math": "Формули подано в MathML, їхній запис у TeX додано як текст.",
        "pages": "Початки сторінок PDF позначено й зведено в перелік.",
        "motion": "Деякі зображення можуть рухатися; чи вони блимають, не перевірено.",
    },
    "be": {
        "order": "Тэкст можна чытаць па парадку і пераходзіць да яго частак праз змест і загалоўкі.",
        "notes": "Заўвагі звязаны з тэкстам спасылкамі ў абодва бакі.",
        "described": "Кожная выява мае слоўнае апісанне або толькі ўпрыгожвае старонку.",
        "undescribed": "Некаторыя выявы не маюць слоўнага апісання.",
        "math": "Формулы пададзены ў MathML, іх запіс у TeX дададзены як тэкст.",
        "pages": "Пачаткі старонак PDF пазначаны і зведзены ў пералік.",
        "motion": "Некаторыя выявы могуць рухацца; ці яны мігцяць, не праверана.",
    },
    "ru": {
        "order": "Текст можно читать по порядку и переходить к его частям через содержание и заголовки.",
        "notes": "Примечания связаны с текстом ссылками в обе стороны.",
        "described": "Каждое изображение имеет словесное описание или лишь украшает страницу.",
        "undescribed": "Некоторые изображения не имеют словесного описания.",
        "math": "Формулы даны в MathML, их запись в TeX приложена как текст.",
        "pages": "Начала страниц PDF отмечены и сведены в список.",
        "motion": "Некоторые изображения могут двигаться; мигают ли они, не проверено.",
    },
    "pl": {
        "order": "Tekst można czytać po kolei, a do jego części prowadzą spis treści i nagłówki.",
        "notes": "Przypisy są połączone z tekstem odsyłaczami w obie strony.",
        "described": "Każdy obraz ma opis słowny albo tylko zdobi stronę.",
        "undescribed": "Niektóre obrazy nie mają opisu słownego.",
        "math": "Wzory zapisano w MathML wraz z ich zapisem w TeX-u jako tekstem.",
        "pages": "Początki stron PDF są oznaczone i zebrane w spisie.",
        "motion": "Niektóre obrazy mogą się poruszać; nie sprawdzono, czy migają.",
    },
    "de": {
        "order": "Der Text ist der Reihe nach lesbar; Inhalt und Überschriften führen zu seinen Teilen.",
        "notes": "Anmerkungen sind mit dem Text in beide Richtungen verknüpft.",
        "described": "Jedes Bild ist in Worten beschrieben oder schmückt nur die Seite.",
        "undescribed": "Einige Bilder sind nicht in Worten beschrieben.",
        "math": "Formeln sind MathML und tragen ihren TeX-Quelltext als Text.",
        "pages": "Die Anfänge der Seiten des PDF sind markiert und aufgelistet.",
        "motion": "Einige Bilder bewegen sich vielleicht; ob sie flackern, wurde nicht geprüft.",
    },
    "fr": {
        "order": "Le texte se lit dans l’ordre ; la table des matières et les titres mènent à ses parties.",
        "notes": "Les notes sont liées au texte dans les deux sens.",
        "described": "Chaque image a une description en mots ou ne fait qu’orner la page.",
        "undescribed": "Certaines images n’ont pas de description en mots.",
        "math": "Les formules sont en MathML et portent leur source TeX comme texte.",
        "pages": "Les débuts des pages du PDF sont marqués et listés.",
        "motion": "Certaines images bougent peut-être ; leurs clignotements n’ont pas été examinés.",
    },
}
"""By language and by what there is to say."""
