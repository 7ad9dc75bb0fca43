//! A small library made by hand, with one of everything that pages show.

mod offices;
mod texts;

use std::collections::BTreeMap;

use crate::catalogue::model::{
    Act, ActKind, ActTitle, Bilingual, BilingualList, Catalogue, Channel, Correction, Document,
    Duration, Fee, FeeKind, Hours, LegalBasis, LocalText, OfficeReference, OfficeRole, Place,
    PlaceKind, Recipient, Registration, Repeal, Service, ServiceKind, Source, Status, Step, Text,
    TimeLimit, TimeLimitKind, TimeUnit, Topic,
};
use crate::catalogue::{Library, ReadText};
use crate::language::Language;
use crate::outline::model::{Lines, Role, Unit};
use crate::passage::Passage;

/// Two acts, three services, one topic, three offices of one district.
pub fn library() -> Library {
    Library {
        catalogue: Catalogue {
            format: Catalogue::FORMAT,
            acts: vec![act_in_force(), act_repealed()],
            services: vec![prosthetics_ru(), prosthetics_kk(), heating()],
            offices: offices::all(),
            topics: vec![Topic {
                id: "prosthetics".to_owned(),
                names: both("Протездік көмек", "Протезная помощь"),
                life_events: vec!["disability".to_owned()],
            }],
            places: vec![
                place("aktobe", "Ақтөбе облысы", "Актюбинская область"),
                place("kostanay", "Қостанай облысы", "Костанайская область"),
                district(
                    "kostanay/auliekol",
                    "Әулиекөл ауданы",
                    "Аулиекольский район",
                ),
            ],
            corrections: vec![queue_was_longer()],
        },
        everyday: crate::catalogue::EverydayWords::default(),
        texts: vec![
            ReadText {
                act: KK.to_owned(),
                text: texts::text_kk(),
            },
            ReadText {
                act: RU.to_owned(),
                text: texts::text_ru(),
            },
        ],
    }
}

const RU: &str = "kostanay-2008-915";
const KK: &str = "aktobe-2018-77";

/// A unit without units under it.
pub fn unit(role: Role, anchor: &str, marker: &str, words: &str) -> Unit {
    unit_with(role, anchor, marker, words, Vec::new())
}

/// A unit with units under it.
pub fn unit_with(role: Role, anchor: &str, marker: &str, words: &str, children: Vec<Unit>) -> Unit {
    Unit {
        role,
        anchor: anchor.to_owned(),
        citation: None,
        number: None,
        marker: (!marker.is_empty()).then(|| Passage::verbatim(marker, 0)),
        words: Passage::verbatim(words, 0),
        lines: Lines { first: 1, last: 1 },
        children,
    }
}

fn both(kk: &str, ru: &str) -> Bilingual {
    Bilingual {
        kk: kk.to_owned(),
        ru: ru.to_owned(),
    }
}

fn place(id: &str, kk: &str, ru: &str) -> Place {
    Place {
        id: id.to_owned(),
        kind: PlaceKind::Region,
        names: both(kk, ru),
        former_names: BilingualList::default(),
        parent: None,
        now_in: None,
    }
}

fn district(id: &str, kk: &str, ru: &str) -> Place {
    let region = id.split('/').next().map(str::to_owned);
    Place {
        kind: PlaceKind::District,
        former_names: BilingualList {
            kk: Vec::new(),
            ru: vec!["Свердловский район".to_owned()],
        },
        parent: region,
        ..place(id, kk, ru)
    }
}

fn source(act: &str, anchor: &str, unit: &str) -> Source {
    Source {
        act: act.to_owned(),
        path: path_of(act).to_owned(),
        first_line: 40,
        last_line: 42,
        unit: (!unit.is_empty()).then(|| unit.to_owned()),
        anchor: anchor.to_owned(),
    }
}

fn path_of(act: &str) -> &'static str {
    match act {
        RU => "seeds/one.txt",
        _ => "seeds/two.txt",
    }
}

/// Words of the Russian act.
fn ru(words: &str, anchor: &str, unit: &str) -> Text {
    Text {
        text: words.to_owned(),
        language: Language::Ru,
        source: source(RU, anchor, unit),
        translations: Vec::new(),
    }
}

/// Words of the Kazakh act.
fn kk(words: &str, anchor: &str, unit: &str) -> Text {
    Text {
        text: words.to_owned(),
        language: Language::Kk,
        source: source(KK, anchor, unit),
        translations: Vec::new(),
    }
}

fn act_repealed() -> Act {
    Act {
        id: RU.to_owned(),
        kind: ActKind::Resolution,
        issuer: both("Қостанай облысының әкімдігі", "Акимат Костанайской области"),
        issuer_printed: ru("акимата Костанайской области", "adoption", ""),
        region: "kostanay".to_owned(),
        adopted: "2008-04-25".to_owned(),
        number: "915".to_owned(),
        registered: Some(Registration {
            on: "2008-06-06".to_owned(),
            number: "1689".to_owned(),
        }),
        status: Status::Repealed,
        repealed: Some(Repeal {
            on: "2010-09-02".to_owned(),
            number: "254".to_owned(),
            commencement: Some(ru(
                "вводится в действие по истечении десяти календарных дней",
                "note",
                "",
            )),
            source: source(RU, "note", ""),
        }),
        amending: false,
        source: source(RU, "adoption", ""),
        texts: vec![ActTitle {
            language: Language::Ru,
            path: path_of(RU).to_owned(),
            title: ru(
                "Об утверждении стандартов <script>alert(\"1\")</script>",
                "title",
                "",
            ),
            sha256: String::new(),
        }],
        amendments: Vec::new(),
    }
}

fn act_in_force() -> Act {
    Act {
        id: KK.to_owned(),
        issuer: both("Ақтөбе облысының әкімдігі", "Акимат Актюбинской области"),
        issuer_printed: kk("Ақтөбе облысы әкімдігінің", "adoption", ""),
        region: "aktobe".to_owned(),
        adopted: "2018-11-25".to_owned(),
        number: "77".to_owned(),
        registered: None,
        status: Status::InForce,
        repealed: None,
        source: source(KK, "adoption", ""),
        texts: vec![ActTitle {
            language: Language::Kk,
            path: path_of(KK).to_owned(),
            title: kk(
                "Мемлекеттік қызмет стандарттарын бекіту туралы",
                "title",
                "",
            ),
            sha256: String::new(),
        }],
        ..act_repealed()
    }
}

/// A service of which nothing but the title is known.
fn bare(id: &str, act: &str, ordinal: u32, title: Text) -> Service {
    let mut titles = LocalText::default();
    let own = title.source.clone();
    titles.set(title);
    Service {
        id: format!("{act}/{id}"),
        act: act.to_owned(),
        ordinal,
        topic: None,
        kind: ServiceKind::Standard,
        titles,
        provider: None,
        form: None,
        result: None,
        fee: None,
        time_limits: Vec::new(),
        hours: None,
        hours_by_channel: Vec::new(),
        documents: Vec::new(),
        recipients: Vec::new(),
        refusal_grounds: Vec::new(),
        appeal: Vec::new(),
        application_process: Vec::new(),
        documents_reference: None,
        references: BTreeMap::new(),
        legal_basis: Vec::new(),
        channels: Vec::new(),
        channel_words: Vec::new(),
        other_channels: Vec::new(),
        steps: Vec::new(),
        standard: None,
        offices: Vec::new(),
        source: own,
    }
}

fn prosthetics_ru() -> Service {
    let document = |words: &str, kind: &str| Document {
        words: ru(words, "s1-p12", "п. 12"),
        kinds: vec![kind.to_owned()],
        group: Some(ru(
            "Для получения услуги представляются:",
            "s1-p12",
            "п. 12",
        )),
        items: Vec::new(),
    };
    Service {
        topic: Some("prosthetics".to_owned()),
        provider: Some(ru("отделы занятости", "s1-p4", "п. 4")),
        form: Some(ru("не автоматизированная", "s1-p2", "п. 2")),
        result: Some(ru("согласие или отказ", "s1-p5", "п. 5")),
        fee: Some(Fee {
            words: ru("оказывается бесплатно", "s1-p8", "п. 8"),
            kind: FeeKind::Free,
            amount: None,
            disputed: Vec::new(),
        }),
        time_limits: vec![
            time_limit(TimeLimitKind::Service, 10, TimeUnit::WorkingDay),
            time_limit(TimeLimitKind::QueueSubmit, 40, TimeUnit::Minute),
        ],
        hours: Some(hours()),
        documents: vec![
            document("заявление", "application"),
            document("копия документа \"личности\"", "identity-document"),
            document("РНН <b>", "tax-number"),
        ],
        recipients: vec![Recipient {
            words: ru("инвалиды", "s1-p6", "п. 6"),
            group: None,
        }],
        refusal_grounds: vec![ru("неполный пакет документов", "s1-p12", "п. 12")],
        legal_basis: vec![LegalBasis {
            title: "О социальной защите инвалидов".to_owned(),
            on: Some("2005-04-13".to_owned()),
            number: Some("39".to_owned()),
            source: source(RU, "s1-p2", "п. 3"),
            translations: Vec::new(),
        }],
        channels: vec![Channel::Office],
        steps: vec![
            step("канцелярия", "принимает документы", Some(20)),
            step("руководитель", "рассматривает документы", None),
        ],
        offices: vec![
            named("kostanay/auliekol/employment", OfficeRole::Provider),
            named("kostanay/auliekol/employment", OfficeRole::Provider),
            named("kostanay/auliekol/akimat", OfficeRole::Akimat),
            named("kostanay/auliekol/sarymoldaev/akimat", OfficeRole::Akimat),
        ],
        ..bare(
            "prosthetics",
            RU,
            1,
            ru("Оформление документов на протезную помощь", "s1", ""),
        )
    }
}

fn prosthetics_kk() -> Service {
    Service {
        topic: Some("prosthetics".to_owned()),
        documents_reference: Some(kk("стандарттың 9-тармағында", "s1-p1", "1-т.")),
        references: BTreeMap::from([(
            "time_limits".to_owned(),
            kk("стандарттың 4-тармағына сәйкес", "s1-p1", "1-т."),
        )]),
        ..bare(
            "prosthetics",
            KK,
            1,
            kk(
                "Протездік-ортопедиялық көмек ұсыну үшін құжаттарды ресімдеу",
                "s1",
                "",
            ),
        )
    }
}

fn heating() -> Service {
    bare(
        "otyn-satyp-alu",
        KK,
        2,
        kk("Отын сатып алуға көмек", "s2", ""),
    )
}

fn time_limit(what: TimeLimitKind, amount: u32, unit: TimeUnit) -> TimeLimit {
    TimeLimit {
        words: ru("в течение указанного срока", "s1-p7", "п. 7"),
        what,
        amount,
        unit,
        channel: None,
        condition: None,
        is_contradictory: false,
        disputed: Vec::new(),
    }
}

fn queue_was_longer() -> Correction {
    let limit = |amount| {
        let limit = time_limit(TimeLimitKind::QueueSubmit, amount, TimeUnit::Minute);
        serde_json::to_value(limit).expect("a limit is JSON")
    };
    Correction {
        act: RU.to_owned(),
        service: Some(format!("{RU}/prosthetics")),
        office: None,
        at: "services/prosthetics/time_limits/2/amount".to_owned(),
        fact: "time_limits".to_owned(),
        was: limit(4),
        now: limit(40),
        because: both(
            "Актінің мәтінінде сан бөлініп кеткен.",
            "В тексте акта число разорвано.",
        ),
    }
}

fn step(actor: &str, words: &str, minutes: Option<u32>) -> Step {
    Step {
        words: ru(words, "s1-p2", "п. 2"),
        actor: actor.to_owned(),
        actor_translated: None,
        duration: minutes.map(|amount| Duration {
            amount,
            unit: TimeUnit::Minute,
        }),
        further_durations: Vec::new(),
        group: None,
        route: "provider".to_owned(),
        disputed: Vec::new(),
    }
}

fn named(office: &str, role: OfficeRole) -> OfficeReference {
    OfficeReference {
        office: office.to_owned(),
        role,
        table: "Приложение N 1".to_owned(),
        address: None,
    }
}

fn hours() -> Hours {
    Hours {
        words: ru("ежедневно с 9.00 до 18.00", "s1-p9", "п. 9"),
        days: Some("mon-fri".to_owned()),
        open: Some("09:00".to_owned()),
        close: Some("18:00".to_owned()),
        pause: Some(["13:00".to_owned(), "14:00".to_owned()]),
        osm: None,
        disputed: Vec::new(),
    }
}
