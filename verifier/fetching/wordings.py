"""The words by which walls and missing pages give themselves away, in the languages of most of the web.

A wording is a set of phrases, folded as ``fold`` folds: lower case, no accents, no punctuation, single blanks. An
``&`` in a phrase joins parts that must follow each other within a few words of the same line. Phrases are whole
statements about the page ("page not found"), never topics ("cookies"), since articles are written about topics.
"""

import re
import unicodedata
from dataclasses import dataclass

GAP = r"(?: [^ ]{1,30}){0,6} "
"""Between two parts of a phrase: up to six words."""

UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
"""Scripts that write without blanks, or glue endings to words: their phrases may begin and end anywhere."""

NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Give the words of a text in lower case, without accents and punctuation, each between single blanks."""
    plain = unicodedata.normalize("NFKD", text.replace("'", "").replace("\u2019", "")).casefold()
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return f" {NOT_WORD.sub(' ', unicodedata.normalize('NFKC', plain)).strip()} "


@dataclass(frozen=True, slots=True)
class Wording:
    """Phrases that mean the same."""

    pattern: re.Pattern[str]

    def found(self, folded: str) -> str | None:
        """Give the phrase as it stands in a folded text, ``None`` where none does."""
        match = self.pattern.search(folded)
        return match[0].strip() if match else None


def wording(*phrases: str) -> Wording:
    """Make a wording of phrases; a line may hold several, one a line."""
    every = [phrase for block in phrases for line in block.splitlines() if (phrase := line.strip())]
    return Wording(re.compile("|".join(_pattern(phrase) for phrase in every)))


def _pattern(phrase: str) -> str:
    parts = [_alternatives(part) for part in phrase.split("&")]
    joined = GAP.join(parts)
    return joined if UNSPACED.search(phrase) else f" {joined}(?= )"


def _alternatives(part: str) -> str:
    choices = [re.escape(fold(choice).strip()).replace(r"\ ", " ") for choice in part.split("|")]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


THING = (
    "page|pages|webpage|article|story|content|document|file|resource|site|url|link|address|post|item|entry|"
    "material|section|publication|screen|listing"
)

MISSING = wording(
    f"{THING}&not found|not be found|wasnt found|werent found|isnt found|no longer available|no longer exists",
    f"{THING}&no longer exist|no longer here|no longer online|no longer published|does not exist|doesnt exist",
    f"{THING}&didnt exist|not exist|never existed|has been removed|was removed|has been deleted|was deleted",
    f"{THING}&has been withdrawn|has been retired|has been taken down|was taken down|has moved or|may have moved",
    f"{THING}&may have been moved|might have been moved|may have been removed|might have been removed|has expired",
    f"{THING}&has been moved or|is not available|isnt available|is unavailable|is missing|is gone|has gone missing",
    f"{THING}&isnt here|is not here|has vanished|has disappeared|has been archived and|was moved or|moved or deleted",
    f"cannot|cant|couldnt|could not|unable to|didnt|did not|failed to&find|locate&{THING}",
    f"no such|missing|unknown|invalid|nonexistent&{THING}",
    """
    nothing here|nothing was found|nothing to see here|nothing found|nothing matches
    doesnt go anywhere|link is broken|broken link|dead link|dead end|out of date link
    error 404|404 error|http 404|404 not found|error code 404|status 404|404 page|404 oops|oops 404|404 file
    error 410|410 gone|410 error|erreur 404|fehler 404|errore 404|erro 404|ошибка 404|blad 404|fout 404|fel 404
    page you requested&not|cannot|could not|couldnt|cant|no longer
    page you are looking for&not|cannot|could not|couldnt|cant|no longer|isnt|doesnt|has|may|might
    page youre looking for&not|cannot|could not|couldnt|cant|no longer|isnt|doesnt|has|may|might
    page you were looking for&not|cannot|could not|couldnt|cant|no longer|isnt|doesnt|has|may|might
    what you are looking for|what youre looking for|what you were looking for&not|cannot|cant|no longer|isnt|doesnt
    this page is no more|you have reached a page that|youve reached a page that|we lost this page|lost that page
    """,
    # German
    """
    seite|artikel|inhalt|dokument|datei|beitrag|adresse|url|link&nicht gefunden|nicht mehr|existiert nicht|nicht finden
    seite|artikel|inhalt|dokument|datei|beitrag|adresse|url&nicht vorhanden|nicht verfugbar|wurde entfernt|wurde geloscht
    seite|artikel|inhalt|dokument|datei|beitrag|adresse|url&konnte nicht|gibt es nicht|nicht auffindbar|wurde verschoben
    """,
    # French
    """
    page|article|contenu|document|fichier|adresse|url|lien&introuvable|nexiste pas|nexiste plus|nest plus|non trouvee
    page|article|contenu|document|fichier|adresse|url&pas ete trouvee|pas ete trouve|a ete supprime|a ete supprimee
    page|article|contenu|document|fichier&a ete deplacee|a ete deplace|plus disponible|pas disponible|non trouve
    """,
    # Spanish, Portuguese, Catalan, Galician
    """
    pagina|articulo|contenido|documento|archivo|enlace|url&no encontrada|no encontrado|no existe|no se ha encontrado
    pagina|articulo|contenido|documento|archivo|enlace|url&no se encuentra|no se encontro|ya no existe|no esta disponible
    pagina|articulo|contenido|documento|archivo|enlace|url&ha sido eliminada|ha sido eliminado|fue eliminada|no disponible
    no se encontro|no encontramos|no podemos encontrar|no hemos encontrado&pagina|articulo|contenido|documento
    pagina|artigo|conteudo|documento|arquivo|ficheiro|url&nao encontrada|nao encontrado|nao existe|nao foi encontrada
    pagina|artigo|conteudo|documento|arquivo|ficheiro|url&nao foi encontrado|foi removida|foi removido|nao esta disponivel
    pagina|article|contingut&no trobada|no sha trobat|no existeix
    """,
    # Italian, Romanian
    """
    pagina|articolo|contenuto|documento|file|url&non trovata|non trovato|non esiste|non e stata trovata|inesistente
    pagina|articolo|contenuto|documento|file|url&non e stato trovato|non e piu|rimossa|rimosso|non disponibile
    pagina|articolul|documentul&nu a fost gasita|nu a fost gasit|nu exista|negasita
    """,
    # Dutch, Swedish, Danish, Norwegian, Finnish
    """
    pagina|artikel|inhoud|document|bestand&niet gevonden|bestaat niet|niet meer|niet vinden|verwijderd|niet beschikbaar
    sidan|artikeln|innehallet|dokumentet&hittades inte|hittas inte|finns inte|kunde inte hittas|har tagits bort|saknas
    siden|artiklen|artikkelen|indholdet|innholdet|dokumentet&ikke fundet|blev ikke|findes ikke|finnes ikke|ikke funnet
    siden|artiklen|artikkelen|indholdet|innholdet|dokumentet&eksisterer ikke|ble ikke|er fjernet|er slettet|er flyttet
    sivua|sivu|artikkelia&ei loydy|ei loytynyt|ei ole olemassa
    """,
    # Polish, Czech, Slovak, Hungarian, Croatian, Slovenian
    """
    strona|strony|artykul|artykulu|dokument&nie zostala znaleziona|nie istnieje|nie znaleziono|nie zostal znaleziony
    nie znaleziono|nie mozna znalezc|nie odnaleziono&strony|artykulu|dokumentu|pliku
    stranka|stranku|clanek|clanok|obsah&nenalezena|nenalezen|neexistuje|nebyla nalezena|nebola najdena|nenajdena|nenasla
    az oldal|a keresett oldal|oldal&nem talalhato|nem letezik
    stranica|stran|clanak&nije pronadena|ne postoji|ni najdena|ne obstaja|nije pronaden
    """,
    # Turkish, Greek, Vietnamese, Indonesian
    """
    sayfa|sayfaya|icerik|haber&bulunamadi|bulunamiyor|mevcut degil|ulasilamiyor|kaldirildi
    σελιδα|αρθρο&δεν βρεθηκε|δεν υπαρχει
    trang|bai viet&khong ton tai|khong tim thay|khong tìm thấy
    halaman|artikel&tidak ditemukan|tidak tersedia|tidak ada
    """,
    # Russian, Ukrainian, Bulgarian
    """
    страница|страницы|страницу|статья|документ|материал&не найдена|не существует|не найден|удалена|удален|не наидена
    страница|страницы|страницу|статья|документ|материал&не наиден|больше не|отсутствует|перемещена|недоступна
    сторінка|сторінку|сторінки|стаття|сторінка&не знайдена|не знайдено|не існує|видалена|не існуе
    сторiнку|страницата&не знаидено|не е намерена|не съществува
    """,
    # Chinese, Japanese, Korean, Thai, Arabic, Hebrew, Persian, Hindi
    """
    页面不存在|页面未找到|找不到页面|您访问的页面|您要查看的页面|网页不存在|找不到该页|文章不存在|内容不存在|页面已删除|頁面不存在
    找不到網頁|找不到頁面|無法找到|内容已被删除|页面找不到|无法找到该页|頁面未找到|該頁面不存在|找不到您
    ページが見つかりません|ページか見つかりません|お探しのペーシ|お探しのページ|ペーシか見つかりません|見つかりませんてした|存在しないペーシ
    ページは存在しません|ペーシは存在しません|記事は削除|掲載期間か終了|掲載期間が終了|公開期間|指定されたペーシ|指定されたページ
    페이지를 찾을 수 없|존재하지 않는 페이지|요청하신 페이지|페이지가 존재하지|삭제된 페이지|찾을 수 없습니다
    ไม่พบหน้า
    الصفحة غير موجودة|الصفحه غير موجوده|لم يتم العثور|الصفحة التي تبحث عنها|הדף לא נמצא|העמוד לא נמצא|صفحه مورد نظر|صفحه یافت نشد
    पृष्ठ नहीं मिला
    """,
)
"""The page says that it is not there."""

PARKED = wording(
    """
    domain|domain name|website&is for sale|may be for sale|might be for sale|zu verkaufen|steht zum verkauf|a vendre
    buy this domain|this domain is parked|domain is parked|parked domain|domain has expired|domain expired
    parked free courtesy of|domain is available|make an offer on this domain|inquire about this domain
    this account has been suspended|account suspended|website is suspended|hosting account has expired
    default web page|welcome to nginx|apache2 default page|apache is functioning normally|it works this is the default
    future home of something|site is under construction|website coming soon|index of this site is empty
    dominio en venta|dominio in vendita|domein te koop|域名出售|域名转让|このドメインは|домен продается
    """
)
"""The site has another owner now, or none."""

ROBOT_WALL = wording(
    """
    just a moment|checking your browser|checking if the site connection is secure|checking the site connection
    verify you are human|verify you are a human|verify that you are human|verify that you are a human|verifying you are
    verify that youre human|verify youre human|verifying that you are|confirm you are human|confirm that you are human
    confirm you are a human|confirm youre human|confirm youre not|confirm that you are not a robot|prove you are human
    prove youre human|are you human|are you a human|are you a robot|are you a bot|youre not a robot|you are not a robot
    im not a robot|i am not a robot|im human|i am human|not a bot|human verification|robot check|bot check
    robot or human|human or robot|bot verification|bot detection|browser verification|browser check|security check
    security verification|complete the captcha|solve the captcha|solve this captcha|enter the characters|press and hold
    solve the puzzle|slide to verify|complete the challenge|complete a challenge|complete the security check
    access denied|access to this page has been denied|access to this site has been denied|access to this website&denied
    you have been blocked|youve been blocked|you are blocked|has been blocked|your ip has been|your ip address has been
    your request has been blocked|request blocked|request was blocked|request unsuccessful|incapsula incident
    pardon our interruption|unusual traffic|unusual activity|suspicious activity|suspicious traffic|automated access
    automated traffic|automated requests|automated queries|detected automated|automated tool|behaving like a bot
    ddos protection by|protected by cloudflare|performance security by cloudflare|cloudflare ray id|ray id
    attention required|one more step|please wait while we|please stand by while|hold on while we|while we check
    while we verify|we need to make sure|make sure you are|making sure youre not a bot|making sure you&not a bot|human
    enable javascript and cookies to continue|turn on javascript and cookies|not available in your region
    not available in your country|unavailable in your location|not available in your location|unavailable in your region
    blocked in your country|geo restricted|unavailable to visitors from|unavailable in most european countries
    forbidden&you dont have permission|permission to access|403 forbidden|error 1020|error 1015|error 1006
    """,
    """
    sind sie ein mensch|sie ein mensch sind|kein roboter|keine maschine|sicherheitsuberprufung|browser wird uberpruft
    bestatigen sie dass sie|zugriff verweigert|zugriff wurde verweigert|zugang verweigert|ihre anfrage wurde blockiert
    sicherheitsprufung|ungewohnliche aktivitat|ungewohnlichen datenverkehr|ihr browser wird|einen moment bitte
    verifiez que vous etes|verification de votre navigateur|vous etes humain|etes un humain|netes pas un robot
    pas un robot|acces refuse|acces interdit|verification de securite|trafic inhabituel|controle de securite
    verifica que eres|eres humano|es usted humano|no eres un robot|no soy un robot|no es un robot|acceso denegado
    comprobando su navegador|comprobacion de seguridad|verificacion de seguridad|trafico inusual|estamos verificando
    verifica di essere|non sei un robot|non sono un robot|accesso negato|controllo di sicurezza|verifica di sicurezza
    verifica la tua identita|traffico insolito|voce e humano|nao sou um robo|nao e um robo|acesso negado|acesso recusado
    verificacao de seguranca|ben je een mens|bent u een mens|geen robot|toegang geweigerd|beveiligingscontrole
    ar du en manniska|inte en robot|atkomst nekad|sakerhetskontroll|ikke en robot|adgang naegtet|adgang nektet
    nie jestes robotem|nie jestem robotem|jestes czlowiekiem|odmowa dostepu|dostep zabroniony|sprawdzanie przegladarki
    nejste robot|nejsem robot|pristup odepren|robot olmadiginizi|robot degilim|insan oldugunuzu|erisim engellendi
    я не робот|вы не робот|что вы не робот|подтвердите что|доступ запрещен|доступ ограничен|проверка браузера
    проверка безопасности|подозрительную активность|подозрительныи трафик|доступ заборонено|перевірка браузера
    安全验证|人机验证|安全检查|访问被拒绝|请完成验证|验证您是真人|驗證您是人類|正在检查您的浏览器|拖动滑块|访问过于频繁
    ロボットではありません|ロホットてはありません|アクセスか拒否|アクセスが拒否|セキュリティ確認|人間てあることを|人間であることを
    로봇이 아닙니다|사람인지 확인|접근이 거부|접근이 차단|보안 확인|تحقق من أنك|لست روبوت|تم رفض الوصول
    """,
)
"""The page wants to know whether a person reads it, or says that it will not serve us."""

CONSENT = wording(
    """
    before you continue|before continuing|we value your privacy|we care about your privacy|your privacy matters
    we respect your privacy|your privacy choices|your privacy your choice|privacy settings|cookie settings|cookie consent
    consent to the use of|consent to cookies|cookie preferences|manage cookies|manage consent|manage your cookies
    we and our partners&store|use|process|and our partners use|we use cookies|uses cookies|accept cookies to continue
    accept all cookies|accept cookies|reject all|accept all|allow all cookies|agree and continue|accept and continue
    i agree&continue|continue with ads|consent or pay|pay or accept|accept tracking|with advertising|data protection choices
    please accept&cookies|you must accept&cookies|you need to accept&cookies|agree to our terms|you must be&years|old
    are you over|are you 18|confirm your age|verify your age|age verification|enter your date of birth
    """,
    """
    bevor sie fortfahren|bevor du weitermachst|wir schatzen ihre privatsphare|ihre privatsphare|datenschutzeinstellungen
    cookie einstellungen|alle akzeptieren|alle ablehnen|cookies akzeptieren|alle cookies|einwilligung|zustimmen und weiter
    akzeptieren und weiter|mit werbung weiterlesen|mit werbung|wir und unsere partner|wir verwenden cookies|zustimmen
    avant de continuer|avant dacceder|votre vie privee|vie privee|parametres des cookies|tout accepter|tout refuser
    accepter et continuer|continuer sans accepter|nous et nos partenaires|nous utilisons des cookies|accepter les cookies
    antes de continuar|tu privacidad|su privacidad|aceptar todo|rechazar todo|aceptar cookies|aceptar y continuar
    nosotros y nuestros socios|utilizamos cookies|usamos cookies|configuracion de cookies|aceptar todas
    prima di continuare|la tua privacy|rispettiamo la tua privacy|accetta tutto|accetta tutti|rifiuta tutto|accetta e
    noi e i nostri partner|utilizziamo i cookie|utilizziamo cookie|impostazioni cookie|accetta i cookie
    a sua privacidade|sua privacidade|aceitar tudo|aceitar todos|rejeitar tudo|rejeitar todos|nos e os nossos parceiros
    voordat je verdergaat|voordat u verdergaat|uw privacy|jouw privacy|alles accepteren|alles weigeren|cookies accepteren
    wij en onze partners|cookie instellingen|innan du fortsatter|din integritet|acceptera alla|godkann alla|avvisa alla
    for du fortsaetter|for du fortsetter|accepter alle|afvis alle|godta alle|avvis alle|godkend alle|hyvaksy kaikki
    zanim przejdziesz dalej|szanujemy twoja prywatnosc|twoja prywatnosc|zaakceptuj wszystko|akceptuje wszystkie|odrzuc
    nez budete pokracovat|prijmout vse|odmitnout vse|elfogadom|osszes elfogadasa|devam etmeden|tumunu kabul et|hepsini kabul
    прежде чем продолжить|принять все|отклонить все|мы используем|прииняти все|приняти все|прийняти всі|αποδοχη ολων
    同意して続ける|すへて同意|すべて同意|すへて拒否|同意する|接受所有|全部接受|拒绝所有|모두 동의|모두 허용|모두 거부
    """,
)
"""The page asks for consent first; counts only where it says hardly anything else."""

LOGIN = wording(
    """
    sign in to|log in to|login to|sign in or|log in or|login or|please sign in|please log in|please login|must log in
    must be logged in|must be signed in|must sign in|need to log in|need to sign in|need to be logged in|you are not logged
    youre not logged in|not signed in|sign in to continue|log in to continue|login required|log in required
    authentication required|sign in required|members only|member login|registered users|subscribers only area
    log in with|sign in with|forgot password|forgot your password|forgotten your password|forgotten password|create an account
    enter your password|username or email|email or username|user login|institutional login|access through your institution
    keep me signed in|remember me|keep me logged in|dont have an account|new here&register|account login|single sign on
    session has expired|your session expired|staff login|customer login
    """,
    """
    bitte melden sie sich|melden sie sich an|bitte anmelden|bitte einloggen|anmelden um|einloggen um|passwort vergessen
    kennwort vergessen|angemeldet bleiben|mussen sie sich anmelden|nur fur mitglieder|anmeldung erforderlich
    connectez vous|se connecter|identifiez vous|mot de passe oublie|connexion requise|reserve aux membres|veuillez vous
    inicia sesion|iniciar sesion|inicie sesion|olvidaste tu contrasena|contrasena olvidada|debes iniciar|acceso usuarios
    accedi per|effettua il login|effettua laccesso|password dimenticata|hai dimenticato la password|area riservata
    faca login|iniciar sessao|entrar na sua conta|esqueceu a senha|esqueci minha senha|esqueceu sua senha
    log in om|inloggen|wachtwoord vergeten|logga in|glomt losenord|log ind|logg inn|glemt adgangskode|glemt passord
    kirjaudu sisaan|zaloguj sie|nie pamietasz hasla|zapomniales hasla|prihlaste se|zapomenute heslo|jelentkezz be
    giris yap|sifremi unuttum|войдите чтобы|войти в|забыли пароль|авторизуитесь|вход в систему|увіидіть|забули пароль
    请登录|請登入|登录后|忘记密码|忘記密碼|用户登录|ロクインしてくたさい|ログインしてください|パスワートを忘れ|パスワードを忘れ|로그인이 필요|로그인 해주세요|비밀번호 찾기
    """,
)
"""The page asks who we are."""

PAYWALL = wording(
    """
    subscribe|register|sign up|sign in|log in|join|pay|upgrade|purchase&to continue|to read|to keep reading|to unlock
    subscribe|register|sign up|join|pay|upgrade|purchase&to access|to view|to see the|for full access|for unlimited|for access
    already a subscriber|already subscribed|existing subscriber|are you a subscriber|not a subscriber|for subscribers
    subscribers only|subscriber only|subscriber exclusive|exclusive to subscribers|exclusively for subscribers|only for subscribers
    reserved for subscribers|available to subscribers|members can read|for members only|member only story|premium content
    premium article|this is a premium|part of our premium|unlock this article|unlock this story|unlock the full
    to read the full|read the full&with|subscription|for the full&subscribe|full article&subscribe|subscription|subscribers
    continue reading&subscription|subscribe|subscribing|free trial|for just|keep reading&subscription|subscribe|subscribing
    you have reached your limit|youve reached your limit|reached your&limit|free articles|no free articles|last free article
    article limit|monthly limit&articles|choose your plan|choose a plan|choose your subscription|start your&trial
    subscription required|requires a subscription|subscription is required|need a subscription|with a subscription
    without a subscription|get unlimited access|get full access|buy this article|purchase this article|rent this article
    buy article|purchase pdf|purchase access|get access to the full|this content is for&subscribers|members|only
    this article is for&subscribers|members|paying|become a subscriber|become a member to|support our journalism to read
    """,
    """
    jetzt abonnieren|weiterlesen mit|um weiterzulesen|nur fur abonnenten|fur abonnenten|bereits abonnent|sie haben bereits ein abo
    abo abschliessen|testen sie|jetzt testen|exklusiv fur|artikel freischalten|weiterlesen&abo|abonnieren|plus artikel
    mit einem abo|lesen sie weiter&abo|mehr lesen&abo|diesen artikel&freischalten|abonnieren|abo|kostenpflichtig
    reserve aux abonnes|reserves aux abonnes|deja abonne|abonnez vous|pour lire la suite|article reserve|lire la suite&abonn
    sabonner pour|pour continuer a lire|la suite est reservee|acceder a tous les|cet article est reserve
    suscribete|suscribirse para|ya eres suscriptor|ya soy suscriptor|exclusivo para suscriptores|para suscriptores
    solo para suscriptores|contenido exclusivo|para seguir leyendo|sigue leyendo&suscri|hazte socio
    abbonati|per continuare a leggere|sei gia abbonato|riservato agli abbonati|contenuto riservato|articolo riservato
    assine|para continuar lendo|ja e assinante|exclusivo para assinantes|conteudo exclusivo|para assinantes
    word abonnee|al abonnee|voor abonnees|alleen voor abonnees|verder lezen|lees verder met|om verder te lezen|bli prenumerant
    for prenumeranter|las vidare&prenumer|redan prenumerant|kun for abonnenter|for abonnenter|bliv abonnent|bli abonnent
    allerede abonnent|tilaajille|vain tilaajille|dla prenumeratorow|tylko dla subskrybentow|wykup dostep|kup dostep|czytaj dalej z
    pro predplatitele|pouze pro predplatitele|elofizetoknek|aboneler|abone ol|по подписке|только для подписчиков|оформите подписку
    чтобы читать дальше|для подписчиков|передплатникам|会员专享|订阅后|付费阅读|訂閱|有料会員|会員限定|続きを読むには|この記事は有料
    구독자 전용|유료 회원|구독하고|전체 기사를
    """,
)
"""The rest of the page is for those who pay."""

SCRIPT = wording(
    """
    enable|activate|turn on|requires|require|needs|need|without|allow|use&javascript|java script|js
    javascript|java script&is disabled|is required|is not enabled|must be enabled|is turned off|not supported|to be enabled
    javascript|java script&to run|to view|to use|to continue|enabled to|and reload|browser
    doesnt work properly without|does not work without|browser does not support|browser is not supported
    unsupported browser|update your browser|upgrade your browser
    javascript&aktivieren|aktiviert|activer|active|activez|habilitar|habilita|activa|attiva|abilita|ative|inschakelen
    javascript&aktiver|aktivera|wlacz|zapnete|povolte|etkinlestir|включите|включить|увімкніть|有効|启用|啟用|활성화
    aktivieren|aktivieren sie|activer|activez|active|habilite|habilitar|attiva|abilita|ative|включите|启用|啟用&javascript
    """,
    "loading|please wait|laden|wird geladen|chargement|cargando|caricamento|carregando|загрузка|加载中|読み込み中|로딩",
)
"""The page can say nothing until a script has run."""
