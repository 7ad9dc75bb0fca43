//! A small library made by hand, for the tests of search and server.

use std::path::Path;
use std::sync::OnceLock;

use super::answer::Request;
use super::{Analyzers, Rules, Searcher, write_index};
use crate::catalogue::model::{
    Act, ActKind, ActTitle, Bilingual, BilingualList, Catalogue, Document, LocalText, Office,
    OfficeKind, Phone, Place, PlaceKind, Service, ServiceKind, Source, Status, Text, Topic,
};
use crate::catalogue::{Library, ReadText};
use crate::language::Language;
use crate::outline::model::{ActText, Lines, Role, Unit};
use crate::passage::Passage;

/// An index in a folder of its own.
pub struct SampleIndex {
    pub folder: tempfile::TempDir,
    pub searcher: Searcher,
}

/// The rules of the project.
pub fn rules() -> Rules {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/search");
    Rules::load(&folder).expect("the rules are there").output
}

/// The analyzers of the project.
pub fn analyzers() -> Analyzers {
    Analyzers::new(&rules())
}

/// The index of [`library`], built once.
pub fn index() -> &'static SampleIndex {
    static INDEX: OnceLock<SampleIndex> = OnceLock::new();
    INDEX.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder for the test");
        write_index(&library(), &rules(), folder.path()).expect("the index is written");
        let searcher = Searcher::open(folder.path()).expect("the index is there");
        SampleIndex { folder, searcher }
    })
}

/// A question as the server asks it.
pub fn request(query: &str, language: Language) -> Request {
    Request {
        query: query.to_owned(),
        language: Some(language),
        limit: 20,
        ..Request::default()
    }
}

/// Two acts, one of each language, with three services and a topic.
pub fn library() -> Library {
    let ru = "turkistan-2014-215";
    let kk = "kostanay-2008-117";
    Library {
        catalogue: Catalogue {
            format: Catalogue::FORMAT,
            acts: vec![
                act(
                    kk,
                    "kostanay",
                    "2008-12-19",
                    Language::Kk,
                    "Қызмет көрсету стандарттарын бекіту туралы",
                ),
                act(
                    ru,
                    "turkistan",
                    "2014-12-25",
                    Language::Ru,
                    "Об утверждении регламентов",
                ),
            ],
            services: vec![
                service(
                    kk,
                    1,
                    "wheelchair",
                    Language::Kk,
                    "Мүгедектерді кресло-арбалармен қамтамасыз ету",
                ),
                Service {
                    documents: vec![paper(ru, "labour-book", "копия трудовой книжки заявителя")],
                    ..service(
                        ru,
                        1,
                        "benefit",
                        Language::Ru,
                        "Назначение государственного пособия",
                    )
                },
                Service {
                    documents: vec![paper(ru, "identity-document", "удостоверение личности")],
                    ..service(
                        ru,
                        2,
                        "wheelchair",
                        Language::Ru,
                        "Обеспечение инвалидов кресло-колясками",
                    )
                },
            ],
            offices: vec![office()],
            topics: vec![topic()],
            places: vec![place()],
            corrections: Vec::new(),
        },
        everyday: crate::catalogue::EverydayWords::default(),
        texts: vec![
            read_text(
                kk,
                Language::Kk,
                vec![unit(
                    Role::Service,
                    "Стандарт",
                    vec![
                        unit(
                            Role::Note,
                            "Ескерту. Стандарт басқа актімен жаңа редакцияда жазылды.",
                            Vec::new(),
                        ),
                        unit(
                            Role::Point,
                            "Жеке басын куәландыратын куәлік керек.",
                            Vec::new(),
                        ),
                    ],
                )],
            ),
            read_text(
                ru,
                Language::Ru,
                vec![
                    unit(Role::Preamble, "По решению маслихата", Vec::new()),
                    unit(
                        Role::Service,
                        "Регламент",
                        vec![unit(
                            Role::Chapter,
                            "Общие положения",
                            vec![
                                unit(Role::Point, "Нужно удостоверение личности.", Vec::new()),
                                unit(Role::Point, "Копия трудовой книжки заявителя.", Vec::new()),
                            ],
                        )],
                    ),
                    unit(
                        Role::Service,
                        "Регламент",
                        vec![
                            unit(
                                Role::Point,
                                "Инвалид получает кресло-коляску за 10 дней.",
                                Vec::new(),
                            ),
                            unit(
                                Role::Annex,
                                "Приложение",
                                vec![unit(Role::Line, "Форма заявления", Vec::new())],
                            ),
                        ],
                    ),
                ],
            ),
        ],
    }
}

fn text(act: &str, language: Language, words: &str) -> Text {
    Text {
        text: words.to_owned(),
        language,
        source: source(act),
        translations: Vec::new(),
    }
}

fn source(act: &str) -> Source {
    Source {
        act: act.to_owned(),
        path: format!("seeds/{act}.txt"),
        first_line: 1,
        last_line: 1,
        unit: None,
        anchor: "title".to_owned(),
    }
}

fn act(id: &str, region: &str, adopted: &str, language: Language, title: &str) -> Act {
    Act {
        id: id.to_owned(),
        kind: ActKind::Resolution,
        issuer: Bilingual {
            kk: "Әкімдік".to_owned(),
            ru: "Акимат".to_owned(),
        },
        issuer_printed: text(id, language, "акимат"),
        region: region.to_owned(),
        adopted: adopted.to_owned(),
        number: "1".to_owned(),
        registered: None,
        status: Status::Repealed,
        repealed: None,
        amending: false,
        source: source(id),
        texts: vec![ActTitle {
            language,
            path: format!("seeds/{id}.txt"),
            title: text(id, language, title),
            sha256: String::new(),
        }],
        amendments: Vec::new(),
    }
}

fn service(act: &str, ordinal: u32, topic: &str, language: Language, title: &str) -> Service {
    let mut titles = LocalText::default();
    titles.set(text(act, language, title));
    Service {
        id: format!("{act}/{topic}"),
        act: act.to_owned(),
        ordinal,
        topic: Some(topic.to_owned()),
        kind: ServiceKind::Regulation,
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
        references: std::collections::BTreeMap::new(),
        legal_basis: Vec::new(),
        channels: Vec::new(),
        channel_words: Vec::new(),
        other_channels: Vec::new(),
        steps: Vec::new(),
        standard: None,
        offices: Vec::new(),
        source: source(act),
    }
}

/// An office with an address in one language and two numbers, one printed whole.
pub fn office() -> Office {
    let act = "turkistan-2014-215";
    let phone = |printed: &str, tel: &str| Phone {
        words: text(act, Language::Ru, printed),
        tel: Some(tel.to_owned()),
    };
    let mut names = LocalText::default();
    names.set(text(act, Language::Ru, "Отдел занятости города Кентау"));
    Office {
        id: "turkistan/kentau/employment".to_owned(),
        kind: OfficeKind::Employment,
        labels: Bilingual {
            kk: "Кентау қаласының жұмыспен қамту бөлімі".to_owned(),
            ru: "Отдел занятости города Кентау".to_owned(),
        },
        names,
        name_variants: Vec::new(),
        place: "turkistan/kentau".to_owned(),
        address: Some(text(act, Language::Ru, "улица Абая, 5")),
        address_variants: Vec::new(),
        room: None,
        phones: vec![
            phone("8 (72533) 4-12-34", "+77253341234"),
            phone("5-12-34", "+77253351234"),
        ],
        fax: Vec::new(),
        emails: Vec::new(),
        websites: Vec::new(),
        head: None,
        hours: None,
        reception: None,
    }
}

fn paper(act: &str, kind: &str, words: &str) -> Document {
    Document {
        words: text(act, Language::Ru, words),
        kinds: vec![kind.to_owned()],
        group: None,
        items: Vec::new(),
    }
}

fn topic() -> Topic {
    Topic {
        id: "wheelchair".to_owned(),
        names: Bilingual {
            kk: "Мүгедекке кресло-арба".to_owned(),
            ru: "Кресло-коляска для инвалида".to_owned(),
        },
        life_events: Vec::new(),
    }
}

fn place() -> Place {
    Place {
        id: "turkistan".to_owned(),
        kind: PlaceKind::Region,
        names: Bilingual {
            kk: "Түркістан облысы".to_owned(),
            ru: "Туркестанская область".to_owned(),
        },
        former_names: BilingualList::default(),
        parent: None,
        now_in: None,
    }
}

fn read_text(act: &str, language: Language, units: Vec<Unit>) -> ReadText {
    ReadText {
        act: act.to_owned(),
        text: ActText {
            path: format!("seeds/{act}.txt"),
            sha256: String::new(),
            language,
            units,
        },
    }
}

fn unit(role: Role, words: &str, children: Vec<Unit>) -> Unit {
    Unit {
        role,
        anchor: String::new(),
        citation: None,
        number: None,
        marker: None,
        words: Passage::verbatim(words, 0),
        lines: Lines { first: 1, last: 1 },
        children,
    }
}
