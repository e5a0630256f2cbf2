"""German: danger, what takes it back. Written with umlauts, found however they are typed."""

from bot.rules.triage.danger_kinds import Judged, Sayings, Tier
from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.signs import Around

_PILLS = slot("tabletten|pillen|medikamente|schlaftabletten|schmerztabletten|tavor|pillen|medis")
KIN = slot(
    "mann|ehemann|freund|ex|exmann|exfreund|vater|papa|stiefvater|mutter|mama|frau|freundin|bruder|partner|partnerin|lebensgefährte|onkel|schwester|sohn|tochter|kinder|kumpel|oma|opa|nachbar|kollege|kollegin|chef|chefin|mitbewohner|cousin|schwiegermutter|eltern|lehrer"
)
_BODY = slot("arm|arme|handgelenk|handgelenke|pulsadern|adern|bein|beine|oberschenkel|haut")
SAYINGS = (
    Sayings(
        "German: intent",
        Tier.HIGH,
        Judged.OWN,
        ways(
            r"""
            (mir|mich) (etwas|was) (anzutun|antun|antue)
            (will|möchte|wollte|würde|würd|mag) ~ (sterben|tot sein|krepieren|mich umbringen)
            sterben (will|möchte|wollte)
            (bring|bringe|brächte|töte|erhäng|erhänge|erschieß|erschieße|häng|hänge|ertränk|ertränke|vergifte) mich( \w+){0,3}? (um|auf|selbst|heute|jetzt|gleich)
            (bring|bringe) mich (noch )?um
            mich (\w+ )?(umbringen|umzubringen|umgebracht|töten|zu töten|erhängen|aufhängen|aufzuhängen|erschießen|zu erschießen|ertränken|vergiften|vor (den|einen|die) (zug|bahn|u bahn|s bahn|lkw|auto))
            (will|möchte|mag|kann|wollte|würde|würd) (auch |so |gar |hier |einfach |wirklich |echt )*(nicht|nimmer|nimma|net) (mehr )?(leben|da sein|dasein|hier sein|existieren|weiterleben|weiter leben|aufwachen|am leben sein)( mehr)?
            (nicht|nimmer) mehr (leben|da sein|weiterleben|existieren)( will| möchte| wollen|$)
            nicht mehr weiterleben
            (dem|meinem) (ganzen |leben )?(ein ende (setzen|machen|bereiten))
            (mein|ein) leben (beenden|zu beenden|wegwerfen)
            (mir|mich) das leben (nehmen|zu nehmen)
            (selbstmord|suizid) (begehen|machen|planen|geplant|versuch*)
            (selbstmord|suizid)(gedanken|versuch|versuche|plan|pläne|absicht*|gefährdet)
            (bin|fühle mich|wieder|akut|sehr|gerade) (suizidal|selbstmordgefährdet|lebensmüde)
            (schluss|schluß) machen mit (dem leben|allem|mir)
            (mit dem leben|mit allem) (abgeschlossen|schluss|fertig)
            (hab|habe|hatte) (keine|keinen|null) (lust|kraft|willen|mut) (mehr )?(zu leben|zum leben|weiterzuleben)
            """
        ),
        may_be_figure=True,
    ),
    Sayings(
        "German: plan, means, act, goodbye",
        Tier.HIGH,
        Judged.OWN,
        ways(
            r"""
            (hab|habe|liegen|liegt|sammle|gesammelt|gehortet|gezählt|vor mir|gekauft) ~4 ({PILLS}|strick|seil|rasierklingen?|klinge|messer|pistole|waffe) ~3 (hier|bereit|vor mir|in der hand|neben mir|bei mir|auf dem tisch|gekauft|besorgt|gesammelt|liegen|da)
            ({PILLS}|strick|seil|rasierklingen?|klinge|messer|pistole|waffe) (liegt|liegen|ist|sind|habe ich|hab ich) ~2 (hier|bereit|vor mir|in der hand|neben mir|bei mir|schon da)
            (hab|habe) ~4 {PILLS} ~1 (genommen|geschluckt|eingeworfen) -(wie immer|wie verordnet|vergessen)
            (alle|zu viele|zuviele|eine packung|ganze packung|handvoll|viele) ~2 {PILLS}
            {PILLS} (gesammelt|gehortet|aufgehoben|gezählt)
            überdosis
            (stehe|steh|sitze|sitz|bin|stand) ~4 (auf|an) (der|einer|dem|einem|den) (brücke|dach|balkon|gleis|gleise|gleisen|hochhaus|geländer|klippe|bahngleis*)
            (springe|spring|springen|gesprungen|stürzen|werfe|werfen) ~4 (von der brücke|vom dach|aus dem fenster|vom balkon|vor (den|die|einen) (zug|bahn|u bahn|auto|lkw)|runter)
            (abschiedsbrief|abschiedsbriefe|abschiedsvideo|testament geschrieben|testament gemacht)
            (brief|briefe) ~3 (für danach|wenn ich (weg|tot|nicht mehr)|zum abschied)
            wenn (ihr|du|sie|jemand|man) (das|dies|diese nachricht) (lest|liest|lesen) ~2 (bin ich|ist es)
            wenn ich (tot|nicht mehr da|weg|nicht mehr) (bin|da bin|lebe)
            (lebt wohl|leb wohl|ein letztes mal|letzte nachricht|machts gut ihr lieben|auf wiedersehen für immer|für immer (weg|schlafen|tschüss))
            (kümmert|kümmere|kümmern) ~2 um (meine|meinen|die) (kinder|katze|hund|tochter|sohn|mutter) ~2 (wenn|bitte)
            (stimme|stimmen) ~4 (ich soll|mich umbringen|umbringen|springen|töten|spring|befehl*|sagen mir)
            (angst|fürchte) ~4 (mir|mich|dass ich|ich) ~3 (etwas antue|was antue|antun|umbringe|etwas dummes)
            (bin|fühle mich) ~2 vor mir (selbst|selber) nicht (mehr )?sicher
            (kann|trau*) ~2 (nicht|nicht mehr) (versprechen|garantieren|für mich garantieren|über den weg)
            (pulsadern|handgelenke?) ~2 (aufgeschnitten|aufschneiden|geschnitten)
            (heute nacht|heute abend|heute|morgen|bald) (ist es vorbei|mache ich schluss|mach ich schluss|mach ich ernst|tu ich es|ist es soweit|ist alles vorbei)
            """,
            PILLS=_PILLS,
        ),
        Tier.HIGH,
    ),
    Sayings(
        "German: half said",
        Tier.POSSIBLE,
        Judged.OWN,
        ways(
            r"""
            (besser|leichter|einfacher|glücklicher|besser dran) (für (alle|euch|sie|meine \w+|die \w+) )?(wenn (ich|es mich) (nicht|tot|weg|nie|nimmer) ~3|ohne mich)( da wäre| wäre| gäbe)?
            ohne mich (besser|besser dran|leichter|glücklicher|wäre|ginge)
            (wünschte|wünsche|wenn) (mir )?(ich|dass ich) ~1 (wäre|wär) ~1 (tot|nie geboren|nicht (mehr )?(da|hier)|weg)
            (wäre|wär) ~3 (tot|nie geboren|nicht mehr da|nicht mehr hier|gar nicht mehr da)
            (lieber|am liebsten) (tot|gar nicht mehr|nicht mehr da|verschwinden|einschlafen)
            (nicht|nie) (mehr|wieder) aufwachen
            einschlafen und (nicht|nie) ~1 (aufwachen|wieder)
            (einfach|für immer) (verschwinden|einschlafen|weg sein|schlafen|nicht mehr da sein)
            (kann|halt|halte|ertrag|ertrage|schaff|schaffe|pack|packe) (das|es|das alles|das leben|so|den schmerz)? ?(einfach |alles |wirklich |langsam |echt )*(nicht|nimmer|net) (mehr|länger)( aus| ertragen| weiter| durch)?
            (kann|will|mag) (so |einfach |echt )*(nicht|nimmer) mehr( so)?( weiter| weitermachen| weiterleben| leben|$)
            (kein|keinen|nicht mal einen) (ausweg|sinn|grund) (mehr|zu leben|am leben|weiterzuleben|in (meinem|dem|all)|$)
            (leben|alles|mein leben) ~2 (keinen sinn|sinnlos|nicht lebenswert|nicht wert|nichts mehr wert|hat keinen)
            (niemand|keiner) (würde|wird) ~1 (mich )?(vermissen|merken|interessieren|weinen|auffallen)
            (bin|falle|nur|eine) ~2 (last|belastung|zur last)( für| mehr|$)
            (müde|satt|leid) (zu leben|vom leben|des lebens)|lebensmüde|(das|mein) leben (satt|leid)
            (hoffe|hoff|bete|wäre froh) ~2 (ich )?(dass ich )?(nicht mehr|nie|morgen) ~2 (aufwache|wache)
            (gedanken|gedanke|denke|denk|denken) ~3 (an den tod|ans sterben|an selbstmord|an suizid|mir etwas anzutun|mir was anzutun|mich umzubringen|daran nicht mehr|daran mir|daran mich)
            (ritze|ritz|geritzt|ritzen|schneide|schneid|geschnitten|verletze|verletzt|verbrenn*|verbrannt) (mich|mir|selbst)( \w+){0,2}? -(beim|am herd|am ofen|an der|rasier*|finger|haare|aus versehen|versehentlich)
            (mich|mir) ~2 (geritzt|selbst verletzt|selbst verletzen|ritzen|zu ritzen|schneiden|geschnitten|zu verletzen|absichtlich) -(beim|am|finger)
            selbstverletz*
            selbst ?(mord|tötung|tötungsgedanken)
            suizid(al|gedanken)?
            (schnitte|schnittwunden|narben|wunden) (am|an) (meinem|meinen|den|der) {BODY}
            (hab|habe) ~2 (keine hoffnung|keine kraft|keinen lebenswillen|allen lebensmut)( mehr)?
            (sehe|seh) (keine zukunft|kein licht|keinen ausweg|keine hoffnung)
            (vom|in ein|von einem) (auto|bus|zug|lkw|laster) (überfahren|erfasst|angefahren) (werden|würde)
            """,
            BODY=_BODY,
        ),
        may_be_figure=True,
    ),
    Sayings(
        "German: violence, threat",
        Tier.HIGH,
        Judged.FROM_OTHERS,
        ways(
            r"""
            (er|sie|mein|meine|{KIN}|ex|der|die) ~4 (schlägt|schlug|verprügelt|verprügelte|würgt|würgte|tritt|trat|vergewaltigt*|bedroht|bedrohte|misshandelt|stalkt|verfolgt|prügelt|schubst|schubste|stößt) (mich|uns|mir) -(im (tischtennis|schach|kicker)|beim|auf die schulter|vor)
            (hat|haben) (mich|uns) (\w+ ){0,4}?(geschlagen|verprügelt|gewürgt|getreten|vergewaltigt|bedroht|misshandelt|eingesperrt|geschubst|gestoßen|angegriffen|begrapscht|angefasst) -(im (schach|spiel)|beim)
            (werde|wurde|bin|worden) ~4 (geschlagen|verprügelt|vergewaltigt|bedroht|misshandelt|gestalkt|verfolgt|missbraucht|eingesperrt)
            (er|sie|{KIN}) ~2 (bringt|wird|will|würde|droht) (mich|uns|die kinder) ~3 (um|umbringen|umzubringen|töten|zu töten|abstechen|erschießen|schlagen)
            (messer|pistole|waffe|axt) ~3 (an|auf|gegen) (mich|den hals|meinen hals|die kehle)
            (er|sie|{KIN}) (hat|steht|kommt|sitzt) ~3 (mit )?(ein |einem |einer |dem |der )?(messer|waffe|pistole|axt|gewehr|baseballschläger)
            (eingesperrt|eingeschlossen) (und|von|im|in|seit|hat)
            (lässt|lassen) mich nicht (raus|gehen|aus dem haus|aus der wohnung|weg|telefonieren|allein)
            (verstecke|versteck|versteckt) (mich )?(im|vor|in)
            (angst|fürchte) (um mein leben|um unser leben|um die kinder|dass er (mich|uns|die kinder))
            (nimmt|hat|weg) ~2 (mein handy|meinen pass|den schlüssel) (weg|genommen|abgenommen)
            blaue flecken ~3 (von ihm|von ihr|am hals|weil er)
            (er|sie|{KIN}) (schlägt|haut|misshandelt|missbraucht|prügelt) ~2 (das kind|die kinder|mein kind|meine kinder|meinen sohn|meine tochter|meine mutter|unser)
            steht (er|sie|mein ex) ~2 vor (der|meiner) (tür|wohnung|arbeit)
            (er|sie|mein ex) steht ~2 vor (der|meiner) (tür|wohnung|arbeit)
            zwingt mich (zu|zum|dazu)
            """,
            KIN=KIN,
        ),
        Tier.HIGH,
    ),
    Sayings(
        "German: fear at home",
        Tier.POSSIBLE,
        Judged.FROM_OTHERS,
        ways(
            r"""
            (angst|panik) (vor (meinem|meiner) {KIN}|vor ihm|vor ihr|nach hause zu (gehen|kommen)|heimzu*|daheim|zu hause|zuhause) -(zu (sagen|erzählen)|prüfung)
            (nicht|nimmer) (mehr )?sicher (zu hause|zuhause|daheim|bei (ihm|ihr|meinem|uns)|mit ihm)
            (zu hause|zuhause|daheim) ((bin|fühle) ich (mich )?)?(nicht|nimmer) (mehr )?sicher
            (er|sie|{KIN}) ~2 (kontrolliert|überwacht) (mich|mein handy|alles)
            (wenn|sobald) er (trinkt|getrunken hat|besoffen ist|betrunken ist|heimkommt) ~4 (angst|schlimm|verstecke|aggressiv|laut)
            (wird|ist) (gewalttätig|handgreiflich|aggressiv gegen mich|grob)
            """,
            KIN=KIN,
        ),
    ),
    Sayings(
        "German: danger to another",
        Tier.HIGH,
        Judged.OF_ANOTHER,
        ways(
            r"""
            (will|möchte|wollte|droht|versucht|wird) (sich) (\w+ ){0,2}?(umbringen|umzubringen|das leben (zu )?nehmen|etwas antun|etwas anzutun|aufhängen|erhängen|erschießen|töten)
            (bringt|brachte) sich ~1 um
            (er|sie|{KIN}) ~2 (will|möchte) (nicht|nimmer) (mehr )?leben
            (angst|sorge) ~3 (dass|er|sie) ~3 (sich) (etwas|was|das leben|umbringt|antut)
            (meinem|mein|meiner|meine|dem|das|ihm|ihr) ~1 (baby|kind|sohn|tochter|{KIN}) ~1 (etwas|was|weh|wehtun|weh tun) ~1 (antun|anzutun|antue|tun|tue)
            (angst|fürchte|gedanken) ~3 (mein|dem|das|meinem|meinen) ~1 (baby|kind|sohn|tochter|kinder) ~1 (schütteln|schlagen|zu schlagen|verletzen|zu verletzen|wehzutun|weh zu tun|fallen lasse*|umbringe*|etwas an*)
            (baby|kind) (geschüttelt|geschlagen|gewürgt)
            (bring|bringe|will|könnte|werde) (ihn|sie|ihm|meinen \w+|meine \w+|jemanden) (\w+ )?(um|umbringen|töten|abstechen|erschießen|erwürgen)
            (ritzt|schneidet|verletzt) sich -(beim|an|am)
            """,
            KIN=KIN,
        ),
    ),
)  # fmt: skip

AROUND = Around(
    no="nicht|nie|niemals|kein|keine|keinen|keinerlei|ohne|weder|nimmer|nicht mehr",
    passed_over="ich|bin|mir|mich|an|einen|ein|eine|den|die|das|daran|wirklich|mehr|gedanken|akut|will|etwas|zu|selbst|habe|hab",
    long_ago="früher|damals|vor (?:\\w+ )?jahren|vor langer zeit|als (?:kind|jugendliche[r]?|teenager|student(?:in)?)|als ich (?:\\w+ ){0,2}(?:war|alt)|mit (?:1[0-9]|sechzehn|siebzehn|achtzehn|fuenfzehn|funfzehn|vierzehn)|in meiner (?:jugend|kindheit|schulzeit)|letztes jahr|lange her|in der schulzeit",
    still="immer noch|wieder|heute|jetzt|zurzeit|gerade|noch immer",
    past_form="wollte|war|hatte|habe|hat|hab|wurde|geschlagen|schlug|dachte|versucht|genommen|geritzt|verletzt|getan|umbringen|sterben",
    another=f"(?:{KIN})|er|ihm|ihn|jemand|jemanden|sich",
    oneself="ich|mich|mir|mein|meine|meinen|meinem|meiner|wir|uns",
    figure="beim (?:kochen|rasieren|schneiden|gemuese|gemuse|basteln|sport)|vor (?:lachen|hunger|durst|langeweile|scham|hitze|neugier|muedigkeit|mudigkeit|peinlichkeit|aufregung)|tot gelacht|totgelacht|lach mich|witz|film|serie|buch|roman|krimi|der verkehr|die hitze|tatort|vortrag|seminar|praevention|pravention|fortbildung|hausarbeit|die pruefung|die prufung|der job",
)
