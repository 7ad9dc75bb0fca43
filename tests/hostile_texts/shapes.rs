//! Shapes of texts that reading might meet in any size, each with a trap for
//! something that looks back, pairs up or names anew.

/// The head of a made-up act.
const HEAD: &str = "Об утверждении стандартов государственных услуг\n\n\
    Постановление акимата Костанайской области от 3 июня 2010 года № 215\n\n      \
    Акимат Костанайской области ПОСТАНОВЛЯЕТ:\n\n      1. Утвердить прилагаемые стандарты.\n\n";

/// The beginning of a service.
const SERVICE: &str = "Утвержден\nпостановлением акимата\nКостанайской области\n\
    от 3 июня 2010 года № 215\n\nСтандарт государственной услуги\n\"Выдача справок\"\n\n\
    1. Общие положения\n\n      1. Услуга оказывается отделом занятости.\n\n";

/// An annex with the header of a table of offices.
const ANNEX: &str = "Приложение 1\nк стандарту государственной услуги\n\"Выдача справок\"\n\n\
    Контактные данные отделов занятости\n\n";

/// A shape: its name, what stands before, what is repeated.
pub struct Shape {
    pub name: &'static str,
    pub before: &'static [&'static str],
    pub repeated: &'static str,
}

impl Shape {
    /// The shape in the given number of bytes, or a little more. `{n}` in what is
    /// repeated becomes the number of the repetition.
    pub fn text(&self, size: usize) -> String {
        let mut text = self.before.concat();
        let mut nth = 1;
        while text.len() < size {
            text.push_str(&self.repeated.replace("{n}", &nth.to_string()));
            nth += 1;
        }
        text
    }
}

/// All shapes.
pub const SHAPES: &[Shape] = &[
    shape(
        "services",
        &[HEAD],
        "Утвержден\nпостановлением акимата\nКостанайской области\nот 3 июня 2010 года № 215\n\nСтандарт государственной услуги\n\"Выдача справок\"\n\n1. Общие положения\n\n      1. Услуга оказывается бесплатно.\n\n",
    ),
    shape(
        "points with one number",
        &[HEAD, SERVICE],
        "      1. Услуга оказывается бесплатно.\n\n",
    ),
    shape(
        "points in order",
        &[HEAD, SERVICE],
        "      {n}. Услуга оказывается бесплатно.\n\n",
    ),
    shape(
        "items of one point",
        &[
            HEAD,
            SERVICE,
            "      2. Для получения услуги потребитель представляет следующие документы:\n\n",
        ],
        "      {n}) копию удостоверения личности;\n\n",
    ),
    shape(
        "paragraphs without points",
        &[HEAD, SERVICE],
        "      Потребитель обращается в отдел занятости.\n\n",
    ),
    shape(
        "preambles",
        &["Об утверждении\n\n"],
        "      Акимат Костанайской области ПОСТАНОВЛЯЕТ.\n\n",
    ),
    shape(
        "notes",
        &[HEAD, SERVICE],
        "      Сноска. Пункт 1 с изменениями, внесенными постановлением акимата Костанайской области от 4.05.2012 № {n}.\n\n",
    ),
    shape(
        "rows between tabulators",
        &[
            HEAD,
            SERVICE,
            ANNEX,
            "\t№\n\tНаименование\n\tАдрес\n\tТелефон\n\n",
        ],
        "\t{n}\n\tОтдел занятости района {n}\n\tулица Мира, {n}\n\t8-72632-22551\n\n",
    ),
    shape(
        "rows one under the other",
        &[HEAD, SERVICE, ANNEX, "№\nНаименование\nАдрес\nТелефон\n\n"],
        "{n}\n\nГУ \"Отдел занятости и социальных программ\"\n\nулица Мира, {n}\n\n8-72632-22551 otdel{n}@mail.ru\n\n",
    ),
    shape(
        "headers of tables in a point",
        &[HEAD, SERVICE, "      2. Адреса:\n\n"],
        "№\n\nНаименование\n\nАдрес\n\nТелефон\n\n",
    ),
    shape(
        "headers between tabulators in a point",
        &[HEAD, SERVICE, "      2. Адреса:\n\n"],
        "№\tНаименование\tАдрес\tТелефон\n\n",
    ),
    shape(
        "rows of bars that nothing closes",
        &[HEAD, SERVICE, ANNEX],
        "| {n} | Отдел занятости\n",
    ),
    shape(
        "rows that run on over lines",
        &[HEAD, SERVICE, ANNEX, "№ Наименование Адрес Телефон\n\n"],
        "{n} ГУ \"Отдел занятости\" улица\nМира, {n}\n8-72632-22551\n",
    ),
    shape("blank lines", &[HEAD, SERVICE], "\n"),
    shape("blanks of one line", &[HEAD, SERVICE], " "),
    shape(
        "words of one line",
        &[HEAD, SERVICE, "      2. "],
        "услуга оказывается отделом занятости, ",
    ),
    shape("letters of one line", &[HEAD, SERVICE, "      2. "], "ж"),
    shape(
        "figures of one line",
        &[HEAD, SERVICE, "      2. "],
        "10 (десяти) ",
    ),
    shape(
        "dates of one line",
        &[HEAD, SERVICE, "      2. Услуга оказывается на основании "],
        "Закона Республики Казахстан от 3 июня 2010 года \"О занятости\", ",
    ),
    shape(
        "addresses of one cell",
        &[
            HEAD,
            SERVICE,
            ANNEX,
            "\t№\n\tАдрес\n\tТелефон\n\n\t1\n\tОтдел\n\t",
        ],
        "otdel{n}@mail.ru, 8-72632-22551, www.otdel{n}.kz; ",
    ),
    shape("open brackets", &[HEAD, SERVICE, "      2. "], "услуга ("),
    shape(
        "brackets",
        &[HEAD, SERVICE, "      2. Результат услуги – "],
        "справка (далее – справка) ",
    ),
    shape("open quotes", &[HEAD, SERVICE, "      2. "], "закон \" о "),
    shape(
        "lines that a hyphen joins",
        &[HEAD, SERVICE, "      2. "],
        "жж-\n",
    ),
    shape("single letters", &[HEAD, SERVICE], "а б в г д "),
    shape(
        "hours",
        &[HEAD, SERVICE],
        "      с 09 до 1800 часов, с 13 до 14 00 00\n",
    ),
    shape("stamp words", &[HEAD], "Утвержден\n"),
    shape(
        "annex labels",
        &[HEAD, SERVICE],
        "Приложение {n}\nк стандарту\n\n",
    ),
    shape(
        "grounds strung together",
        &[HEAD, SERVICE, "      2. Основанием для отказа является: "],
        "непредставление документа {n}, ",
    ),
    shape("watermarks", &[HEAD], "Утра\nтил\n"),
    shape(
        "a word cut by line ends",
        &[HEAD, SERVICE],
        "      усл уги и у слуг ",
    ),
    shape(
        "steps",
        &[HEAD, SERVICE, "      2. Этапы оказания услуги:\n\n"],
        "      {n}) ответственный исполнитель рассматривает документы в течение {n} минут;\n\n",
    ),
];

const fn shape(
    name: &'static str,
    before: &'static [&'static str],
    repeated: &'static str,
) -> Shape {
    Shape {
        name,
        before,
        repeated,
    }
}
