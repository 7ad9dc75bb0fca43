//! The offices of the sample: a district with two offices, and one of its villages.

use super::{both, ru};
use crate::catalogue::model::{Bilingual, LocalText, Office, OfficeKind, Phone, Text, Website};

/// The offices, by id.
pub(super) fn all() -> Vec<Office> {
    let labels = both(
        "Әулиекөл ауданының әкімдігі",
        "Акимат Аулиекольского района",
    );
    let akimat = named(
        "kostanay/auliekol/akimat",
        OfficeKind::Akimat,
        labels,
        "Акимат <i>Аулиекольского</i> района",
    );
    let labels = both(
        "Сарымолдаев ауылдық округінің әкімдігі",
        "Акимат Сарымолдаевского сельского округа",
    );
    let village = Office {
        place: "kostanay/auliekol/sarymoldaev".to_owned(),
        ..named(
            "kostanay/auliekol/sarymoldaev/akimat",
            OfficeKind::VillageAkimat,
            labels,
            "Сарымолдаевский сельский округ",
        )
    };
    vec![akimat, employment(), village]
}

fn employment() -> Office {
    let labels = both(
        "Әулиекөл ауданының жұмыспен қамту бөлімі",
        "Отдел занятости, Аулиекольский район",
    );
    Office {
        name_variants: vec![
            words("Аулиекольский районный отдел занятости"),
            words("Аулиекольский районный отдел занятости"),
        ],
        address: Some(words("село Аулиеколь, улица Исмаилова, 169")),
        room: Some(words("кабинет 4")),
        phones: vec![
            phone("8 (726-32) 2-25-51", Some("+77263222551")),
            phone("2-1", None),
        ],
        fax: vec![phone("8 (726-32) 2-25-52", Some("+77263222552"))],
        emails: vec![words("auliekol@example.kz"), words("auliekol@ mail")],
        websites: vec![
            Website {
                words: words("auliekol.example.kz"),
                url: "http://auliekol.example.kz".to_owned(),
            },
            Website {
                words: words("\"onclick=alert(1)"),
                url: "javascript:alert(1)".to_owned(),
            },
        ],
        head: Some(words("Заведующий отделом")),
        hours: Some(super::hours()),
        reception: Some(words("вторник с 10.00 до 12.00")),
        ..named(
            "kostanay/auliekol/employment",
            OfficeKind::Employment,
            labels,
            "Отдел занятости Аулиекольского района",
        )
    }
}

fn named(id: &str, kind: OfficeKind, labels: Bilingual, name: &str) -> Office {
    let mut names = LocalText::default();
    names.set(words(name));
    Office {
        id: id.to_owned(),
        kind,
        labels,
        names,
        name_variants: Vec::new(),
        place: "kostanay/auliekol".to_owned(),
        address: None,
        address_variants: Vec::new(),
        room: None,
        phones: Vec::new(),
        fax: Vec::new(),
        emails: Vec::new(),
        websites: Vec::new(),
        head: None,
        hours: None,
        reception: None,
    }
}

fn phone(printed: &str, tel: Option<&str>) -> Phone {
    Phone {
        words: words(printed),
        tel: tel.map(str::to_owned),
    }
}

fn words(printed: &str) -> Text {
    ru(printed, "s1-a1", "")
}
