//! Small made-up tables, one trait each. Every table stands in an act around it
//! and goes through all phases, so that a row is what a reader of the file sees.

use std::path::Path;
use std::sync::LazyLock;

use super::*;
use crate::content::{self, Content};
use crate::facts::find_facts;
use crate::language::Language;
use crate::source::SourceFile;
use crate::{outline, repair};

const RU: &str = "Об утверждении стандартов\n\n\
    Постановление акимата Костанайской области от 3 июня 2010 года № 215\n\n\
    \u{20}     1. Утвердить прилагаемый стандарт \"Выдача справок\".\n\n\
    Утвержден\nпостановлением акимата\nКостанайской области\nот 3 июня 2010 года № 215\n\n\
    Стандарт государственной услуги\n\"Выдача справок\"\n\n\
    1. Общие положения\n\n\
    \u{20}     1. Государственная услуга оказывается бесплатно.\n\n";

const KK: &str = "Мемлекеттік қызметтер стандарттарын бекіту туралы\n\n\
    Қостанай облысы әкімдігінің 2010 жылғы 3 маусымдағы № 215 қаулысы\n\n\
    \u{20}     1. Қоса беріліп отырған \"Анықтама беру\" стандарты бекітілсін.\n\n\
    Қостанай облысы әкімдігінің\n2010 жылғы 3 маусымдағы\n№ 215 қаулысымен\nбекітілген\n\n\
    \"Анықтама беру\" мемлекеттік қызмет көрсету стандарты\n\n\
    1. Жалпы ережелер\n\n\
    \u{20}     1. Мемлекеттік қызмет тегін көрсетіледі.\n\n";

/// Loading it takes longer than all that is read with it.
static CONTENT: LazyLock<Content> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    content::load(root).expect("the content is there").output
});

fn read(language: Language, annex: &str) -> Vec<OfficeRow> {
    let head = match language {
        Language::Ru => format!("{RU}Приложение 1 к Стандарту\n\n"),
        Language::Kk => format!("{KK}1-қосымша\n\n"),
    };
    let file = SourceFile::new("seeds/act.txt".to_owned(), "", format!("{head}{annex}\n"));
    let repaired = repair::repair(&file, &CONTENT.repair).output;
    let lexicon = CONTENT.patterns.get(language);
    let text = outline::parse(&file, &repaired, lexicon);
    let facts = find_facts(&text, lexicon).output.expect("the act is one");
    let [service] = facts.services.as_slice() else {
        panic!("the act has one service, not {}", facts.services.len());
    };
    service.offices.clone()
}

/// A row in one line: what it says, part by part.
fn print(row: &OfficeRow) -> String {
    let text = |found: &Found| found.words.text().to_owned();
    let phone = |phone: &PhoneFound| {
        let tel = phone.tel.as_deref().unwrap_or("-");
        format!("{} = {tel}", phone.words.words.text())
    };
    let mut parts = vec![row.number.clone().unwrap_or_default(), text(&row.name)];
    let mut part = |label: &str, values: Vec<String>| {
        if !values.is_empty() {
            parts.push(format!("{label} {}", values.join("; ")));
        }
    };
    part("district", row.district.iter().map(text).collect());
    part("at", row.address.iter().map(text).collect());
    part("room", row.room.iter().map(text).collect());
    part("phone", row.phones.iter().map(phone).collect());
    part("fax", row.fax.iter().map(phone).collect());
    part("email", row.emails.iter().map(text).collect());
    part("site", row.websites.iter().map(text).collect());
    part("head", row.head.iter().map(text).collect());
    part("hours", row.hours.iter().map(HoursFound::osm).collect());
    part("reception", row.reception.iter().map(text).collect());
    parts.join(" | ")
}

#[track_caller]
fn check(language: Language, annex: &str, expected: &[&str]) {
    let seen: Vec<String> = read(language, annex).iter().map(print).collect();
    assert_eq!(seen, expected);
}

const TABS: &str = "Перечень отделов\n\tN\n\tНаименование\n\tАдрес\n\tТелефон\n\tГрафик\n\n\
    \t1\n\t2\n\t3\n\t4\n\t5\n\n";

#[test]
fn a_cell_of_hours_spans_the_rows_below_it() {
    check(
        Language::Ru,
        &format!(
            "{TABS}\t1\n\tОтдел занятости\n\nСеверного района\n\tсело Озеро,\n\nулица Мира, 5\n\n\
             ozero@mail.\nkz\n\t8-72832\n2-11-43\n\tПять дней\n\nв неделю, с 9-00 до 18-00\n\nчасов, \
             обед с 13-00 до 14-00 часов\n\n\t2\n\tОтдел занятости\n\nЮжного района\n\tсело Лес\n\t8-72833 2-15-36\n\t\n"
        ),
        &[
            "1 | Отдел занятости Северного района | at село Озеро, улица Мира, 5 | \
             phone 8-72832 2-11-43 = +77283221143 | email ozero@mail.kz | hours Mo-Fr 09:00-13:00,14:00-18:00",
            "2 | Отдел занятости Южного района | at село Лес | \
             phone 8-72833 2-15-36 = +77283321536 | hours Mo-Fr 09:00-13:00,14:00-18:00",
        ],
    );
}

#[test]
fn a_row_of_one_cell_is_the_district_of_the_rows_below_it() {
    check(
        Language::Ru,
        &format!(
            "{TABS}\tСеверный район\n\n\t1\n\tОзерный сельский округ\n\tс.Озеро ул.Мира 4\n\nozero.kz\n\t872833\n28576\n\t\n\n\
             \tЮжный район\n\t\n\n\t1\n\tОзерный сельский округ\n\tс.Лес\n\t872773 91645\n\t\n"
        ),
        &[
            "1 | Озерный сельский округ | district Северный район | at с.Озеро ул.Мира 4 | \
             phone 872833 28576 = +77283328576 | site ozero.kz",
            "1 | Озерный сельский округ | district Южный район | at с.Лес | phone 872773 91645 = +77277391645",
        ],
    );
}

const KK_HEADER: &str = "Бөлімдердің байланыс мәліметтері\n\nN Бөлімдердің атауы Заңды мекен-жайы, телефон нөмірлері\n\n";

#[test]
fn blank_lines_part_the_cells() {
    check(
        Language::Kk,
        &format!(
            "{KK_HEADER}1 \"Көл ауданының жұмыспен қамту бөлімі\" мемлекеттік меке-\nмесі\n\n\
             100012, Көл ауданы, Қазақ кө-\nшесі, 16\n\nтел. (71036) 41411\n\nфакс 41412\n\nwww kol-akimat.\nkz\n\n\
             kol_sobes@mail.\nru\n\n2 \"Тау ауданының жұмыспен қамту бөлімі\" мемлекеттік мекемесі\n\n\
             100013,\n\nТау ауданы, Абай көшесі,\n\n71\n\nтел/факс (71036) 41413\n"
        ),
        &[
            "1 | \"Көл ауданының жұмыспен қамту бөлімі\" мемлекеттік мекемесі | at 100012, Көл ауданы, Қазақ көшесі, 16 | \
             phone (71036) 41411 = +77103641411 | fax 41412 = +77103641412 | email kol_sobes@mail.ru | site www kol-akimat.kz",
            "2 | \"Тау ауданының жұмыспен қамту бөлімі\" мемлекеттік мекемесі | at 100013, Тау ауданы, Абай көшесі, 71 | \
             phone (71036) 41413 = +77103641413 | fax (71036) 41413 = +77103641413",
        ],
    );
}

#[test]
fn what_a_page_break_moved_goes_back_to_its_row() {
    check(
        Language::Kk,
        &format!(
            "{KK_HEADER}1 \"Көл ауданының бөлімі\" мемлекеттік мекемесі\n\nКөл ауданы,\nАбай көшесі, 1\n\
             тел. (71036) 41411\nkol@mail.ru\n факс (71036) 41412\n\nТау ауданы,\nАбай көшесі, 2\n\n\n\n\
             2 \"Тау ауданының бөлімі\" мемлекеттік мекемесі\n\nтел. (71036) 41413\n\n\
             3 www.orman.kz\n \"Орман ауданының бөлімі\" мемлекеттік мекемесі\n\nОрман ауданы, 7\n\nтел. (71036) 41414\n"
        ),
        &[
            "1 | \"Көл ауданының бөлімі\" мемлекеттік мекемесі | at Көл ауданы, Абай көшесі, 1 | \
             phone (71036) 41411 = +77103641411 | fax (71036) 41412 = +77103641412 | email kol@mail.ru",
            "2 | \"Тау ауданының бөлімі\" мемлекеттік мекемесі | at Тау ауданы, Абай көшесі, 2 | \
             phone (71036) 41413 = +77103641413",
            "3 | \"Орман ауданының бөлімі\" мемлекеттік мекемесі | at Орман ауданы, 7 | \
             phone (71036) 41414 = +77103641414 | site www.orman.kz",
        ],
    );
}

#[test]
fn a_second_reception_of_the_head_begins_the_next_row() {
    check(
        Language::Kk,
        "Аудан әкімдерінің байланыс мәліметтері\n\nМемлекеттік органның атауы\n\nЗаңды мекен-жайы\n\n\
         \"Көл ауданы әкімінің аппараты\" мемлекеттік мекемесі\n\nКөл ауданы, Абай көшесі, 1\n\n\
         тел. (71036) 41411,\n\nӘкім:\n\nапта сайын сейсенбі күндері,\n\nwww.kol.kz\n сағ. 17.00-ден бастап.\n\n\
         Әкім: www.tau.kz\n\n\"Тау ауданы әкімінің аппараты\" мемлекеттік мекемесі\n\nТау ауданы, Абай көшесі, 2\n\n\
         тел. (71036) 41413\n\nайына бір рет, сағ. 16.00-ден бастап.\n",
        &[
            " | \"Көл ауданы әкімінің аппараты\" мемлекеттік мекемесі | at Көл ауданы, Абай көшесі, 1 | \
             phone (71036) 41411 = +77103641411 | site www.kol.kz | \
             reception Әкім: апта сайын сейсенбі күндері, сағ. 17.00-ден бастап.",
            " | \"Тау ауданы әкімінің аппараты\" мемлекеттік мекемесі | at Тау ауданы, Абай көшесі, 2 | \
             phone (71036) 41413 = +77103641413 | site www.tau.kz | \
             reception Әкім: айына бір рет, сағ. 16.00-ден бастап.",
        ],
    );
}

#[test]
fn cells_of_a_row_may_share_a_line() {
    check(
        Language::Ru,
        "Контактные данные акиматов\n\nN Наименование Адрес\nКонтактные телефоны\n\n\
         1 Акимат города Север город Север, площадь Мира, 3 8-7262-454814, 430846 www.sever.kz\n\n\
         2 Акимат Южного района\nсело Лес, улица Мира,\n107\n\n8-72637-21096,21582south_akimat@\nmail.ru\n\n\
         3 Акимат Озерного района село Озеро, 5\n\n8-72635-21500, 21573www.new.ozero.kz jua_ozero@mail.kz\n",
        &[
            "1 | Акимат города Север | at город Север, площадь Мира, 3 | \
             phone 8-7262-454814 = +77262454814; 430846 = +77262430846 | site www.sever.kz",
            "2 | Акимат Южного района | at село Лес, улица Мира, 107 | \
             phone 8-72637-21096 = +77263721096; 21582 = +77263721582 | email south_akimat@mail.ru",
            "3 | Акимат Озерного района | at село Озеро, 5 | \
             phone 8-72635-21500 = +77263521500; 21573 = +77263521573 | email jua_ozero@mail.kz | site www.new.ozero.kz",
        ],
    );
}

#[test]
fn the_head_stands_before_the_hours_and_the_room_behind_the_address() {
    check(
        Language::Ru,
        "Отделы районов\n\nN Наименование\n\nФамилия, имя, отчество\n\nАдрес, номер кабинета\n\n1\n\n\
         ГУ \"Отдел \nзанятости Южного района\"\n\nАхметова Айгуль Сериковна, график работы: ежедневно (кроме \n\
         субботы и воскресенья) с 09.00 до 18.00 часов, с перерывом с 13.00 до 14.00 \n\nчасов.\n\n\
         село Лес, улица\nМира, 157 \nкабинет N 104\n\n8-72632-22551, 21666 \nsouth@mail.kz\n",
        &[
            "1 | ГУ \"Отдел занятости Южного района\" | at село Лес, улица Мира, 157 | room 104 | \
             phone 8-72632-22551 = +77263222551; 21666 = +77263221666 | email south@mail.kz | \
             head Ахметова Айгуль Сериковна | hours Mo-Fr 09:00-13:00,14:00-18:00",
        ],
    );
}

#[test]
fn the_title_of_the_next_annex_is_no_address() {
    check(
        Language::Kk,
        &format!(
            "{KK_HEADER}1 \"Көл ауданының бөлімі\" мемлекеттік мекемесі\n\nКөл ауданы, 1\nтел. (71036) 41411\n\nҮйде күтім көрсету\n"
        ),
        &[
            "1 | \"Көл ауданының бөлімі\" мемлекеттік мекемесі | at Көл ауданы, 1 | phone (71036) 41411 = +77103641411",
        ],
    );
}

#[test]
fn tables_of_other_things_hold_no_offices() {
    check(
        Language::Ru,
        "\tN\n\tНаименование действия\n\tСрок\n\n\t1\n\tПрием документов\n\t30 минут\n\n\t2\n\tВыдача справки\n\t5 минут\n",
        &[],
    );
    check(
        Language::Kk,
        "Сапа көрсеткіштерінің мәні\n\nN Көрсеткіштер\n\n1. Сапасы\n\n100 %\n\n2. Қол жетімділік\n\n95\n",
        &[],
    );
}

#[test]
fn the_first_cell_of_a_header_is_no_caption() {
    check(
        Language::Ru,
        "Телефоны\n\nМесто приема документов\n\nНаименование отдела\n\n\
         8 (7142) 54-10-20\n\nгород Костанай, улица Гоголя, 62,\nкабинет 6\n\n\
         Отдел жилищных отношений города\nКостаная\n\n\
         8 (71431) 4-22-75\n\nгород Рудный, улица Ленина, 5\n\n\
         Отдел жилищных отношений города\nРудного",
        &[
            " | Отдел жилищных отношений города Костаная | at город Костанай, улица Гоголя, 62 | room 6 | phone 8 (7142) 54-10-20 = +77142541020",
            " | Отдел жилищных отношений города Рудного | at город Рудный, улица Ленина, 5 | phone 8 (71431) 4-22-75 = +77143142275",
        ],
    );
    check(
        Language::Kk,
        "Телефондары\n\nМекенжайы\n\nБөлімнің атауы\n\n\
         8 (7142) 54-10-20\n\nҚостанай қаласы, Гоголь көшесі, 62\n\n\
         Қостанай қаласының тұрғын үй бөлімі\n\n\
         8 (71431) 4-22-75\n\nРудный қаласы, Ленин көшесі, 5\n\n\
         Рудный қаласының тұрғын үй бөлімі",
        &[
            " | Қостанай қаласының тұрғын үй бөлімі | at Қостанай қаласы, Гоголь көшесі, 62 | phone 8 (7142) 54-10-20 = +77142541020",
            " | Рудный қаласының тұрғын үй бөлімі | at Рудный қаласы, Ленин көшесі, 5 | phone 8 (71431) 4-22-75 = +77143142275",
        ],
    );
}

#[test]
fn kinds_of_places_stand_over_rows_whose_numbers_begin_anew() {
    check(
        Language::Ru,
        "№ п/п  Наименование услугодателя  Адрес  Руководитель  Телефон\n\
         Города областного значения\n\
         1  Отдел архитектуры города Рудного  город Рудный, улица Ленина, 5  Ким А.Р.  8(71431) 4-22-75\n\
         Районы\n\
         1  Отдел архитектуры Алтынсаринского района  село Убаганское, улица Ленина, 4  Сеитов Б.К.  8(71445) 3-41-20\n\
         2  Отдел архитектуры Узункольского района  село Узунколь, улица Мира, 9  Панченко В.И.  8(71444) 2-17-80",
        &[
            "1 | Отдел архитектуры города Рудного | district Города областного значения | at город Рудный, улица Ленина, 5 | phone 8(71431) 4-22-75 = +77143142275 | head Ким А.Р.",
            "1 | Отдел архитектуры Алтынсаринского района | district Районы | at село Убаганское, улица Ленина, 4 | phone 8(71445) 3-41-20 = +77144534120 | head Сеитов Б.К.",
            "2 | Отдел архитектуры Узункольского района | district Районы | at село Узунколь, улица Мира, 9 | phone 8(71444) 2-17-80 = +77144421780 | head Панченко В.И.",
        ],
    );
}

#[test]
fn a_line_end_may_cut_the_word_for_a_body() {
    check(
        Language::Kk,
        "№\n\nОкругтің атауы\n\nЗаңды мекенжайы\n\nТелефоны\n\nӘкімнің тегі, аты-жөні\n\n\
         1\nТобыл қаласы әкімінің аппа-\nраты\n\nТобыл қаласы, Школьная\nкөшесі, 44\n\n8 (71455) 2-10-11\n\nҚ. Аймаханов\n\n\
         2 Мичурин ауылдық округі әкі-\nмінің аппараты\n\nСадовое ауылы, Мир\nкөшесі, 2\n\n(71455) 3-44-16\n\nТ. Омаров",
        &[
            "1 | Тобыл қаласы әкімінің аппараты | at Тобыл қаласы, Школьная көшесі, 44 | phone 8 (71455) 2-10-11 = +77145521011 | head Қ. Аймаханов",
            "2 | Мичурин ауылдық округі әкімінің аппараты | at Садовое ауылы, Мир көшесі, 2 | phone (71455) 3-44-16 = +77145534416 | head Т. Омаров",
        ],
    );
}

#[test]
fn days_off_behind_the_hours_say_the_days() {
    let header = "№\tНаименование\tАдрес\tРежим работы\tТелефон\n";
    check(
        Language::Ru,
        &format!(
            "{header}1\tОтдел образования\tулица Мира, 5\tс 9.00 до 18.30, перерыв с 13.00 до 14.30, выходной: суббота, воскресенье\t8 (7142) 54-10-20\n\
             2\tЦентр обслуживания населения\tулица Мира, 7\tс 9.00 до 20.00 без перерыва, выходной: воскресенье\t8 (7142) 54-10-21"
        ),
        &[
            "1 | Отдел образования | at улица Мира, 5 | phone 8 (7142) 54-10-20 = +77142541020 | hours Mo-Fr 09:00-13:00,14:30-18:30",
            "2 | Центр обслуживания населения | at улица Мира, 7 | phone 8 (7142) 54-10-21 = +77142541021 | hours Mo-Sa 09:00-20:00",
        ],
    );
}
