# Сайттың өз сөздері. Әр хабар екі тілде де болуы керек.

## Сайт пен тілдер

site-name = Qyzmet
alphabet = аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя
site-claim = актілердегі мемлекеттік қызметтер
language-kk = Қазақша
language-ru = Русский
language-switch = Тіл
large-print = Ірі қаріп
skip-link = Негізгі мазмұнға өту
nav-label = Негізгі мәзір
nav-home = Басты бет
nav-services = Қызметтер
nav-places = Өңірлер
nav-acts = Актілер
nav-about = Сайт туралы
nav-changes = Өзгерістер
nav-design = Безендіру
nav-help = Анықтама
nav-accessibility = Қолжетімділік
nav-search = Іздеу
footer-label = Сайттың қосымша беттері
crumbs-label = Сіз осы жердесіз
footer-note = Деректер жарияланған актілердің мәтінінен алынған. Бұл ресми жарияланым емес.
footer-data = Деректер (JSON)

## Тіл таңдайтын бет

chooser-title = Тілді таңдаңыз
chooser-text = Мемлекеттік қызметтер туралы актілерде не айтылғаны: қайда бару керек, қандай құжаттар қажет, қанша күту керек.
chooser-enter = Қазақша жалғастыру

## Басты бет

home-title = Мемлекеттік қызметтер: актілерде не айтылған
home-lead = Қайда бару керек, қандай құжаттар қажет, қанша уақыт күту керек, қызмет ақылы ма. Әр жауаптың жанында актінің осыны айтқан жолдарына сілтеме тұр.
home-description = Қазақстан өңірлері актілеріндегі мемлекеттік қызметтер: құжаттар, мерзімдер, мекемелер. Қазақша және орысша.
home-covered = Каталогта { $count } қызмет бар.
home-life-events = Өмірлік жағдайлар
home-regions = Қамтылған өңірлер
home-map-empty = әзірге акт жоқ
home-acts = Қызметтер алынған актілер
home-all-services = Барлық қызметтер

## Іздеу

search-label = Қызметті, мекемені немесе актіні іздеу
search-hint = Мысалы: протез, жәрдемақы, анықтама. Қазақша немесе орысша жазыңыз.
search-button = Іздеу
search-title = Іздеу
search-description = Мемлекеттік қызметтерді, мекемелерді және актілерді қазақша не орысша іздеу.
search-results = Нәтижелер
search-total =
    { $count ->
        [0] Ештеңе табылмады.
       *[other] { $count } нәтиже табылды.
    }
search-shown = Алғашқы { $count } нәтиже көрсетілді. Сұрауды нақтылап көріңіз.
search-corrected = Мына сөз бойынша ізделді:
search-place = Сұраудағы жер атауы:
search-nothing = Сөздің жазылуын тексеріңіз, қысқарақ сөз жазып көріңіз немесе барлық қызметтер тізімін қараңыз.
search-typed = Дәл осыны іздеу:
search-by-kind = Не көрсетілсін:
search-by-region = Өңір:
search-by-status = Актінің мәртебесі:
search-all = Барлығы
search-before = Алдыңғы нәтижелер
search-after = Келесі нәтижелер
search-way-events = Қызметті өмірлік жағдай бойынша таңдау
search-way-services = Барлық қызметті қарау
search-way-places = Өз ауданыңыздың не қалаңыздың мекемелерін табу
search-way-phone = 1414 нөміріне қоңырау шалу
kind-service = Қызмет
kind-office = Мекеме
kind-topic = Тақырып
kind-act = Акт

## Тізімдер

services-title = Барлық қызметтер
services-description = Актілерден алынған барлық мемлекеттік қызметтер, өңірлер мен актілер бойынша.
services-lead = Қызметтер өңірлер мен актілер бойынша, актідегі ретімен берілген.
acts-title = Актілер
acts-description = Қызметтер алынған актілер, олардың толық мәтіні және мәртебесі.
acts-lead = Әр актінің толық мәтінін оқуға болады.
places-title = Өңірлер
places-description = Актілері каталогта бар өңірлер және олардың қызметтері.
places-lead = Каталогта актілері бар өңірлер.
region-republic = Қазақстан Республикасы
place-districts = Аудандар мен қалалар
place-offices = Мекемелер
place-region-offices = Өңірдің мекемелері
place-villages = Ауылдық округтердің, ауылдар мен кенттердің әкімдіктері
place-services = Актілерде осы мекемелер аталған қызметтер
place-former-names = Бұрынғы атаулары:
place-now-in = Қазір мына өңірге қарайды:
district-description = { $district }, { $region }: актілердегі мекемелер, олардың мекенжайлары мен телефондары.
region-description = { $region }: актілердегі мемлекеттік қызметтер.
topic-description = { $topic }: осы қызмет туралы барлық актілер.
topic-editions = Осы қызмет туралы актілер
topic-events = Өмірлік жағдайлар:
topic-lead = Қандай құжаттар керегі, қанша күту және қайда бару қажеттігі өңірдің актісіне байланысты. Өз өңіріңіздің актісін таңдаңыз.
list-empty = Әзірге тізім бос.
act-without-services = Бұл актіде қызмет сипатталмаған.
count-services = { $count } қызмет
count-acts = { $count } акт
count-offices = { $count } мекеме
other-editions = Осы қызмет туралы тағы { $count } акт бар

## Актілер

act-cited =
    { $date } № { $number } { $kind ->
        [order] бұйрық
        [decision] шешім
       *[resolution] қаулы
    }
act-registered = Мемлекеттік тіркеу: { $date }, № { $number }
act-description = { $act }, { $region }. { $status }. Актінің толық мәтіні.
act-issuer = Қабылдаған орган
act-region = Өңір
act-services = Осы актідегі қызметтер
act-contents = Мазмұны
act-text = Актінің мәтіні
act-note = Ескертпе
act-full-text = Актінің толық мәтіні

## Жіберу және басып шығару

anchor-link = «{ $heading }» бөлімінің сілтемесі
anchor-office = Мекеменің осы беттегі орнына сілтеме:
anchor-copied = Сілтеме көшірілді
share-summary = Жіберу немесе басып шығару
share-address = Осы беттің қысқа мекенжайы:
share-message = Хабарлама жіберу:
share-sms = SMS
share-mail = Электрондық пошта
share-print = Басып шығарғанда негізгі мәліметтер, ашық тұрған аудандардың мекемелері және телефон оқитын код шығады.
share-printed = Осы беттің мекенжайы:
filter-places = Ауданды немесе қаланы табу
share-papers = Құжаттар тізімін жіберу
short-lead = Бетті ашу

## Безендіру

design-title = Беттер неден құралған
design-description = Qyzmet беттерінің түстері, қаріптері және бөліктері, шынайы мысалдармен.
design-lead = Беттердің барлық бөлігі бір жерде: сайтты тексеретіндер мен өзгертетіндер үшін. Мысалдар каталогтың нағыз бетінен алынған.
design-colours = Түстер
design-colour-paper = Фон
design-colour-sheet = Парақ
design-colour-deep = Беттің басы мен түймелер
design-colour-link = Сілтемелер
design-colour-warn = Күші жойылған
design-colour-good = Күшінде
design-colour-mark = Табылған сөз
design-type = Қаріптер
design-type-sample = Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі – қазақ әліпбиінің төл әріптері. Ёё Йй Ъъ Ыы Ээ.
design-heading-3 = Тармақтың тақырыбы
design-status = Мәртебе
design-search = Іздеу
design-office = Мекеме

## Өзгерістер

changes-title = Өзгерістер
changes-description = Қандай актілер қабылданғаны, өзгергені және күші жойылғаны, актілердің өзіндегі күндер бойынша.
changes-lead = Қандай актілер қабылданды, өзгерді және қайсысының күші жойылды. Күндер актілердің өзінен алынған. Күші жойылған жазбаның күні – күшін жойған актінің күні: оның қай күннен бастап қолданылғанын актілер әрдайым айта бермейді.
changes-feed = Өзгерістер таспасы (Atom)
change-adopted = Акт қабылданды
change-amended = Актіге { $date } № { $number } актімен өзгерістер енгізілді
change-repealed = Осы актінің күшін жойған { $date } № { $number } акт қабылданды
change-of-act = Актінің өзі
change-units = Өзгергені:

## Мәртебе

status-in-force = Күшінде
status-repealed = Күші жойылған
banner-label = Актінің мәртебесі
banner-repealed = Бұл актінің күші жойылған. Оның күшін қай акт жойғаны мәтінде айтылмаған.
banner-repealed-by = Бұл актінің күші жойылған ({ $date } № { $number } актімен).
banner-advice = Мекемелер, жұмыс уақыты және телефондар өзгерген болуы мүмкін.
banner-newer = Осы өңірде бұл қызмет туралы жаңарақ акт:
banner-no-newer = Осы өңірде бұл қызмет туралы жаңарақ акт каталогта жоқ.
banner-commencement = Осы актінің күшін жойған акт қашан қолданысқа енеді:

## Қызмет беті

service-act = Акт
service-own-title = Актідегі атауы:
service-description = { $title }. { $region }, { $act }. { $status }.
service-summary = Қысқаша
service-sections = Осы бетте
service-text = Қызмет туралы актінің мәтіні
service-text-link = Актінің толық мәтінінде ашу
service-annexes = Қосымшалар
service-editions = Осы қызмет туралы барлық актілер
absent = Актінің мәтінінен табылмады
absent-link = Актінің мәтінінен қарау
section-unread = Актінің мәтінінен қараңыз
unread-lead = Бұл сұрақтардың жауабы бөлек шығарылмаған. Оларды төмендегі актінің мәтінінен іздеңіз:
reference-note = Акт басқа құжатқа сілтейді. Актінің сөзі:
reference-short = Басқа құжатта айтылған
words-note = Актінің сөзі:
words-folded = Актінің сөзі
documents-elsewhere = Осындай қызметке керек құжаттардың тізімі мына актіде бар, бірақ сізге керегі өзгеше болуы мүмкін:
correction-label = Қолмен түзетілді.
correction-was = Бағдарлама былай оқыған:
correction-now = Дұрысы:
disputed-note = Актінің екінші тілдегі мәтінінде басқаша айтылған:
paper-today = Қазір оның орнына: { $today }
paper-today-of = { $paper } – қазір оның орнына: { $today }
count-documents = { $count } тармақтан тұратын тізім
count-documents-apart = { $count } тармақтан тұратын бөлек тізім
route =
    { $route ->
        [provider] Қызметті көрсететін орган арқылы
        [akim] Ауылдық округтің әкімі арқылы
       *[other] Басқа тәртіп
    }
source-line = актінің { $line }-жолы
source-lines = актінің { $first }–{ $last }-жолдары
fact-provider = Қызметті көрсететін орган
fact-result = Нәтижесі
fact-fee = Ақысы
fact-form = Көрсету нысаны
fact-time-limits = Мерзімі
fact-hours = Жұмыс уақыты
fact-channels = Өтініш беру жолы
fact-other-channels = Өтініш берудің басқа жолы
fact-documents = Құжаттар
section-who = Кім ала алады
section-where = Қайда бару керек
section-hours = Жұмыс уақыты
hours-of-all-offices = барлық мекемеде
hours-of-offices = Әр мекеменің өз уақыты бар: «Қайда бару керек» бөлімін қараңыз
longest-step = ең ұзақ қадам: { $time }
section-documents = Қандай құжаттар керек
section-time = Қанша күту керек
section-fee = Ақысы
section-result = Не аласыз
section-refusal = Қандай жағдайда бас тартылуы мүмкін
section-steps = Қызмет қалай көрсетіледі
application-forms = Бланкілер
application-submission = Құжаттар қайда тапсырылады
application-receipt = Құжаттардың қабылданғанын не растайды
application-delivery = Жауап қалай беріледі
section-appeal = Қалай шағымдануға болады
section-basis = Құқықтық негізі
basis-standard = Стандарт
basis-dated-numbered = { $date } № { $number }
basis-dated = ({ $date })
basis-numbered = № { $number }
fee-free = Тегін
fee-paid = Ақылы
fee-amount = { $amount } теңге
time-service = Қызмет көрсету мерзімі
time-queue-submit = Құжат тапсыру кезегінде күту
time-queue-receive = Нәтиже алу кезегінде күту
time-other = Сол жерде күту немесе қызмет көрсету уақыты
channel-office = қызметті көрсететін органның өзінде
channel-portal = «электрондық үкімет» порталында
channel-service-centre = халыққа қызмет көрсету орталығында
office-role-provider = Қызметті көрсететін мекемелер
office-role-akimat = Әкімдіктер
office-role-service-centre = Халыққа қызмет көрсету орталықтары
office-role-higher = Жоғары тұрған органдар
office-role-other = Басқа мекемелер
office-kind-employment = Жұмыспен қамту және әлеуметтік бағдарламалар бөлімі
office-kind-akimat = Әкімдік
office-kind-village-akimat = Ауылдық округтің, ауылдың немесе кенттің әкімдігі
office-kind-service-centre = Халыққа қызмет көрсету орталығы
office-kind-department = Басқарма
office-kind-other = Мекеме
office-contacts = Байланыс деректері
office-printed = Актілердегі атауы
office-address = Мекенжайы
office-room = Бөлмесі
office-phone = Телефоны
office-fax = Факсы
office-email = Электрондық поштасы
office-website = Сайты
office-head = Басшысы
office-reception = Қабылдау уақыты
office-services = Актілерде осы мекеме аталған қызметтер
office-description = { $office }: актілердегі мекенжайы, телефондары, жұмыс уақыты және қызметтері.
stale-acts =
    { $count ->
        [1] Бұл мәліметтер алынған актінің күші жойылған.
       *[other] Бұл мәліметтер алынған актілердің бәрінің күші жойылған.
    }
open-now = Актідегі уақыт бойынша қазір ашық, сағат { $time } дейін. Мереке күндері өзгеше болуы мүмкін.
closed-now = Актідегі уақыт бойынша қазір жабық. Ашылатын уақыты: { $time }. Мереке күндері өзгеше болуы мүмкін.
hours-break = үзіліс { $from } – { $to }
weekday =
    { $day ->
        [mon] дүйсенбі
        [tue] сейсенбі
        [wed] сәрсенбі
        [thu] бейсенбі
        [fri] жұма
        [sat] сенбі
       *[sun] жексенбі
    }
duration-minutes = { $count } минут
duration-hours = { $count } сағат
duration-days = { $count } күн
duration-calendar-days = { $count } күнтізбелік күн
duration-working-days = { $count } жұмыс күні
duration-weeks = { $count } апта
duration-months = { $count } ай
duration-years = { $count } жыл

## Күндер

date-long =
    { $year } жылғы { $day } { $month ->
        [1] қаңтар
        [2] ақпан
        [3] наурыз
        [4] сәуір
        [5] мамыр
        [6] маусым
        [7] шілде
        [8] тамыз
        [9] қыркүйек
        [10] қазан
        [11] қараша
       *[12] желтоқсан
    }
date-of =
    { $year } жылғы { $day } { $month ->
        [1] қаңтардағы
        [2] ақпандағы
        [3] наурыздағы
        [4] сәуірдегі
        [5] мамырдағы
        [6] маусымдағы
        [7] шілдедегі
        [8] тамыздағы
        [9] қыркүйектегі
        [10] қазандағы
        [11] қарашадағы
       *[12] желтоқсандағы
    }

## Табылмаған бет

not-found-title = Бет табылмады
not-found-text = Мекенжайда қате болуы немесе бет көшірілген болуы мүмкін. Іздеп көріңіз.
