# Слова самого сайта. Каждое сообщение должно быть на обоих языках.

## Сайт и языки

site-name = Qyzmet
alphabet = абвгдеёжзийклмнопрстуфхцчшщъыьэюя
site-claim = государственные услуги по текстам актов
language-kk = Қазақша
language-ru = Русский
language-switch = Язык
large-print = Крупный шрифт
skip-link = Перейти к содержанию
nav-label = Главное меню
nav-home = Главная
nav-services = Услуги
nav-places = Регионы
nav-acts = Акты
nav-about = О сайте
nav-changes = Изменения
nav-design = Оформление
nav-help = Помощь
nav-accessibility = Доступность
nav-search = Поиск
footer-label = Дополнительные страницы сайта
crumbs-label = Вы находитесь здесь
footer-note = Сведения взяты из текстов опубликованных актов. Это не официальная публикация.
footer-data = Данные (JSON)

## Страница выбора языка

chooser-title = Выберите язык
chooser-text = Что сказано в актах о государственных услугах: куда обращаться, какие нужны документы, сколько ждать.
chooser-enter = Продолжить по-русски

## Главная

home-title = Государственные услуги: что сказано в актах
home-lead = Куда обращаться, какие нужны документы, сколько ждать, платная ли услуга. Рядом с каждым ответом стоит ссылка на строки акта, откуда он взят.
home-description = Государственные услуги по актам регионов Казахстана: документы, сроки, учреждения. На казахском и русском языках.
home-covered =
    { $count ->
        [one] В каталоге { $count } услуга.
        [few] В каталоге { $count } услуги.
       *[other] В каталоге { $count } услуг.
    }
home-life-events = Жизненные ситуации
home-regions = Регионы в каталоге
home-map-empty = пока нет актов
home-acts = Акты, из которых взяты услуги
home-all-services = Все услуги

## Поиск

search-label = Найти услугу, учреждение или акт
search-hint = Например: протез, пособие, справка. Пишите по-русски или по-казахски.
search-button = Найти
search-title = Поиск
search-description = Поиск государственных услуг, учреждений и актов на казахском и русском языках.
search-results = Результаты
search-total =
    { $count ->
        [0] Ничего не найдено.
        [one] Найден { $count } результат.
        [few] Найдено { $count } результата.
       *[other] Найдено { $count } результатов.
    }
search-shown =
    { $count ->
        [one] Показан первый { $count } результат. Попробуйте уточнить запрос.
        [few] Показаны первые { $count } результата. Попробуйте уточнить запрос.
       *[other] Показаны первые { $count } результатов. Попробуйте уточнить запрос.
    }
search-corrected = Искали по словам:
search-place = Название места в запросе:
search-nothing = Проверьте, как написано слово, попробуйте слово короче или посмотрите список всех услуг.
search-typed = Искать точно так, как написано:
search-by-kind = Что показать:
search-by-region = Регион:
search-by-status = Состояние акта:
search-all = Все
search-before = Предыдущие результаты
search-after = Следующие результаты
search-way-events = Выбрать услугу по жизненной ситуации
search-way-services = Посмотреть все услуги
search-way-places = Найти учреждения своего района или города
search-way-phone = Позвонить по номеру 1414
kind-service = Услуга
kind-office = Учреждение
kind-topic = Тема
kind-act = Акт

## Списки

services-title = Все услуги
services-description = Все государственные услуги, описанные в актах, по регионам и актам.
services-lead = Услуги сгруппированы по регионам и актам и стоят в порядке акта.
acts-title = Акты
acts-description = Акты, из которых взяты услуги: полный текст и статус.
acts-lead = Каждый акт можно прочитать целиком.
places-title = Регионы
places-description = Регионы, акты которых есть в каталоге, и их услуги.
places-lead = Регионы, акты которых есть в каталоге.
region-republic = Республика Казахстан
place-districts = Районы и города
place-offices = Учреждения
place-region-offices = Учреждения региона
place-villages = Акиматы сельских округов, сёл и посёлков
place-services = Услуги, для которых акты называют эти учреждения
place-former-names = Прежние названия:
place-now-in = Сегодня относится к региону:
district-description = { $district }, { $region }: учреждения, их адреса и телефоны по текстам актов.
region-description = { $region }: государственные услуги по текстам актов.
topic-description = { $topic }: все акты об этой услуге.
topic-editions = Акты об этой услуге
topic-events = Жизненные ситуации:
topic-lead = Какие нужны документы, сколько ждать и куда обращаться, зависит от акта региона. Выберите акт своего региона.
list-empty = Список пока пуст.
act-without-services = В этом акте услуги не описаны.
count-services =
    { $count ->
        [one] { $count } услуга
        [few] { $count } услуги
       *[other] { $count } услуг
    }
count-acts =
    { $count ->
        [one] { $count } акт
        [few] { $count } акта
       *[other] { $count } актов
    }
count-offices =
    { $count ->
        [one] { $count } учреждение
        [few] { $count } учреждения
       *[other] { $count } учреждений
    }
other-editions =
    { $count ->
        [one] Есть ещё { $count } акт об этой услуге
        [few] Есть ещё { $count } акта об этой услуге
       *[other] Есть ещё { $count } актов об этой услуге
    }

## Акты

act-cited =
    { $kind ->
        [order] приказ
        [decision] решение
       *[resolution] постановление
    } от { $date } № { $number }
act-registered = Государственная регистрация: { $date }, № { $number }
act-description = { $act }, { $region }. { $status }. Полный текст акта.
act-issuer = Кто принял
act-region = Регион
act-services = Услуги этого акта
act-contents = Содержание
act-text = Текст акта
act-note = Примечание
act-full-text = Полный текст акта

## Отправить и распечатать

anchor-link = Ссылка на раздел «{ $heading }»
anchor-office = Ссылка на это место страницы:
anchor-copied = Ссылка скопирована
share-summary = Отправить или распечатать
share-address = Короткий адрес этой страницы:
share-message = Отправить сообщение:
share-sms = SMS
share-mail = Электронная почта
share-print = При печати выходят главные сведения, открытые районы с учреждениями и код, который читает телефон.
share-printed = Адрес этой страницы:
filter-places = Найти район или город
share-papers = Отправить список документов
short-lead = Открыть страницу

## Оформление

design-title = Из чего сделаны страницы
design-description = Цвета, шрифты и части страниц Qyzmet на живых примерах.
design-lead = Все части страниц в одном месте: для тех, кто проверяет сайт, и для тех, кто его меняет. Примеры взяты из настоящей страницы каталога.
design-colours = Цвета
design-colour-paper = Фон
design-colour-sheet = Лист
design-colour-deep = Шапка и кнопки
design-colour-link = Ссылки
design-colour-warn = Утратил силу
design-colour-good = Действует
design-colour-mark = Найденное слово
design-type = Шрифты
design-type-sample = Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі – буквы казахского алфавита. Ёё Йй Ъъ Ыы Ээ.
design-heading-3 = Заголовок подраздела
design-status = Статус
design-search = Поиск
design-office = Учреждение

## Изменения

changes-title = Изменения
changes-description = Какие акты приняты, изменены и утратили силу, по датам из самих актов.
changes-lead = Какие акты приняты, изменены и отменены. Даты взяты из самих актов. Дата отмены – это дата акта, который отменил другой: когда отмена вступила в силу, акты говорят не всегда.
changes-feed = Лента изменений (Atom)
change-adopted = Акт принят
change-amended = В акт внесены изменения актом от { $date } № { $number }
change-repealed = Принят акт от { $date } № { $number }, который отменил этот акт
change-of-act = Сам акт
change-units = Изменено:

## Статус

status-in-force = Действует
status-repealed = Утратил силу
banner-label = Статус акта
banner-repealed = Этот акт утратил силу. Какой акт его отменил, в тексте не указано.
banner-repealed-by = Этот акт утратил силу. Его отменил акт от { $date } № { $number }.
banner-advice = Учреждения, часы работы и телефоны могли измениться.
banner-newer = Более новый акт об этой услуге в этом регионе:
banner-no-newer = В каталоге нет более нового акта этого региона об этой услуге.
banner-commencement = Когда вступает в силу отменяющий акт:

## Страница услуги

service-act = Акт
service-own-title = Название в акте:
service-description = { $title }. { $region }, { $act }. { $status }.
service-summary = Коротко
service-sections = На этой странице
service-text = Текст акта об услуге
service-text-link = Открыть в полном тексте акта
service-annexes = Приложения
service-editions = Все акты об этой услуге
absent = В тексте акта не найдено
absent-link = Проверить по тексту акта
section-unread = Смотрите в тексте акта
unread-lead = Ответы на эти вопросы отдельно не выделены. Ищите их ниже, в тексте акта:
reference-note = Акт отсылает к другому документу. Слова акта:
reference-short = Сказано в другом документе
words-note = Слова акта:
words-folded = Слова акта
documents-elsewhere = Перечень документов для такой же услуги есть в этом акте, но ваш может отличаться:
correction-label = Исправлено вручную.
correction-was = Программа прочитала так:
correction-now = Правильно:
disputed-note = В тексте акта на другом языке сказано иначе:
paper-today = Сейчас вместо этого: { $today }
paper-today-of = { $paper } – сейчас вместо этого: { $today }
count-documents =
    { $count ->
        [one] Список из { $count } пункта
       *[other] Список из { $count } пунктов
    }
count-documents-apart =
    { $count ->
        [one] Отдельный список из { $count } пункта
       *[other] Отдельный список из { $count } пунктов
    }
route =
    { $route ->
        [provider] Через орган, который оказывает услугу
        [akim] Через акима сельского округа
       *[other] Другой порядок
    }
source-line = строка { $line } акта
source-lines = строки { $first }–{ $last } акта
fact-provider = Кто оказывает
fact-result = Результат
fact-fee = Стоимость
fact-form = Форма оказания
fact-time-limits = Срок
fact-hours = Часы работы
fact-channels = Как обратиться
fact-other-channels = Другой способ обращения
fact-documents = Документы
section-who = Кто может получить
section-where = Куда обращаться
section-hours = Часы работы
hours-of-all-offices = во всех учреждениях
hours-of-offices = У каждого учреждения свои: смотрите «Куда обращаться»
longest-step = самый долгий шаг: { $time }
section-documents = Какие нужны документы
section-time = Сколько ждать
section-fee = Стоимость
section-result = Что вы получите
section-refusal = Когда могут отказать
section-steps = Как оказывается услуга
application-forms = Бланки
application-submission = Куда сдать документы
application-receipt = Чем подтвердят приём документов
application-delivery = Как передадут ответ
section-appeal = Как пожаловаться
section-basis = Правовая основа
basis-standard = Стандарт
basis-dated-numbered = от { $date } № { $number }
basis-dated = от { $date }
basis-numbered = № { $number }
fee-free = Бесплатно
fee-paid = Платно
fee-amount = { $amount } тенге
time-service = Срок оказания услуги
time-queue-submit = Ожидание в очереди при сдаче документов
time-queue-receive = Ожидание в очереди при получении результата
time-other = Ожидание или обслуживание на месте
channel-office = в самом органе, который оказывает услугу
channel-portal = на портале «электронного правительства»
channel-service-centre = в центре обслуживания населения
office-role-provider = Учреждения, которые оказывают услугу
office-role-akimat = Акиматы
office-role-service-centre = Центры обслуживания населения
office-role-higher = Вышестоящие органы
office-role-other = Другие учреждения
office-kind-employment = Отдел занятости и социальных программ
office-kind-akimat = Акимат
office-kind-village-akimat = Акимат сельского округа, села или посёлка
office-kind-service-centre = Центр обслуживания населения
office-kind-department = Управление
office-kind-other = Учреждение
office-contacts = Контакты
office-printed = Название в актах
office-address = Адрес
office-room = Кабинет
office-phone = Телефон
office-fax = Факс
office-email = Электронная почта
office-website = Сайт
office-head = Руководитель
office-reception = Часы приёма
office-services = Услуги, для которых акты называют это учреждение
office-description = { $office }: адрес, телефоны, часы работы и услуги по текстам актов.
stale-acts =
    { $count ->
        [1] Акт, из которого взяты эти сведения, утратил силу.
       *[other] Все акты, из которых взяты эти сведения, утратили силу.
    }
open-now = По часам из акта сейчас открыто, до { $time }. В праздники может быть иначе.
closed-now = По часам из акта сейчас закрыто. Откроется: { $time }. В праздники может быть иначе.
hours-break = перерыв { $from } – { $to }
weekday =
    { $day ->
        [mon] понедельник
        [tue] вторник
        [wed] среда
        [thu] четверг
        [fri] пятница
        [sat] суббота
       *[sun] воскресенье
    }
duration-minutes =
    { $count ->
        [one] { $count } минута
        [few] { $count } минуты
       *[other] { $count } минут
    }
duration-hours =
    { $count ->
        [one] { $count } час
        [few] { $count } часа
       *[other] { $count } часов
    }
duration-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }
duration-calendar-days =
    { $count ->
        [one] { $count } календарный день
        [few] { $count } календарных дня
       *[other] { $count } календарных дней
    }
duration-working-days =
    { $count ->
        [one] { $count } рабочий день
        [few] { $count } рабочих дня
       *[other] { $count } рабочих дней
    }
duration-weeks =
    { $count ->
        [one] { $count } неделя
        [few] { $count } недели
       *[other] { $count } недель
    }
duration-months =
    { $count ->
        [one] { $count } месяц
        [few] { $count } месяца
       *[other] { $count } месяцев
    }
duration-years =
    { $count ->
        [one] { $count } год
        [few] { $count } года
       *[other] { $count } лет
    }

## Даты

date-long =
    { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year } года
date-of =
    { $day } { $month ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    } { $year } года

## Страница не найдена

not-found-title = Страница не найдена
not-found-text = Возможно, в адресе ошибка или страница переехала. Попробуйте поиск.
