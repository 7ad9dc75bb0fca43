//! The outlines of the sample's texts.

use super::{KK, RU, path_of, unit, unit_with};
use crate::language::Language;
use crate::outline::model::{ActText, Role};

pub(super) fn text_ru() -> ActText {
    let points = vec![
        unit(
            Role::Point,
            "s1-p2",
            "2.",
            "Форма оказываемой услуги: не автоматизированная.",
        ),
        unit(
            Role::Point,
            "s1-p4",
            "4.",
            "Услугу предоставляют отделы занятости.",
        ),
        unit(
            Role::Point,
            "s1-p5",
            "5.",
            "Форма завершения: согласие или отказ.",
        ),
        unit(Role::Point, "s1-p6", "6.", "Услуга оказывается инвалидам."),
        unit(Role::Point, "s1-p7", "7.", "Сроки: десять рабочих дней."),
        unit(Role::Point, "s1-p8", "8.", "Услуга оказывается бесплатно."),
        unit(
            Role::Point,
            "s1-p9",
            "9.",
            "График работы: с 9.00 до 18.00.",
        ),
        unit_with(
            Role::Point,
            "s1-p12",
            "12.",
            "Необходимые документы:",
            vec![
                unit(Role::Item, "s1-p12-1", "1)", "заявление;"),
                unit(
                    Role::Item,
                    "s1-p12-2",
                    "2)",
                    "копия документа \"личности\".",
                ),
            ],
        ),
    ];
    let annex = unit_with(
        Role::Annex,
        "s1-a1",
        "",
        "Приложение N 1",
        vec![
            unit(Role::Heading, "s1-a1-h", "", "Отделы занятости"),
            unit(
                Role::Line,
                "s1-a1-1",
                "",
                "Аулиекольский    село Аулиеколь    8 (726-32) 2-25-51",
            ),
        ],
    );
    let service = unit_with(
        Role::Service,
        "s1",
        "",
        "Стандарт оказания услуги <b>протезная</b> помощь",
        vec![
            unit_with(Role::Chapter, "s1-c1", "1.", "Общие положения", points),
            annex,
        ],
    );
    ActText {
        path: path_of(RU).to_owned(),
        sha256: String::new(),
        language: Language::Ru,
        units: vec![
            unit(Role::Title, "title", "", "Об утверждении стандартов"),
            unit(
                Role::Adoption,
                "adoption",
                "",
                "Постановление акимата Костанайской области",
            ),
            unit(Role::Note, "note", "", "Сноска. Утратило силу."),
            unit(Role::Point, "p1", "1.", "Утвердить прилагаемые стандарты."),
            unit(
                Role::Signature,
                "signature",
                "",
                "Аким области Б. Жексембин",
            ),
            service,
        ],
    }
}

pub(super) fn text_kk() -> ActText {
    let first = unit_with(
        Role::Service,
        "s1",
        "",
        "Протездік-ортопедиялық көмек стандарты",
        vec![unit(
            Role::Point,
            "s1-p1",
            "1.",
            "Құжаттар стандарттың 9-тармағында.",
        )],
    );
    let second = unit(Role::Service, "s2", "", "Отын сатып алуға көмек стандарты");
    ActText {
        path: path_of(KK).to_owned(),
        sha256: String::new(),
        language: Language::Kk,
        units: vec![
            unit(Role::Title, "title", "", "Стандарттарды бекіту туралы"),
            unit(
                Role::Adoption,
                "adoption",
                "",
                "Ақтөбе облысы әкімдігінің қаулысы",
            ),
            first,
            second,
        ],
    }
}
