"""German topics: the psychologist, everybody else, and what a message is about."""

from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.signs import People, Signs
from bot.rules.triage.words_in_german import KIN

_THERAPIST = slot(
    r"therapeut(in|en)?|psycholog(e|in|en)|psychotherapeut(in|en)?|behandler(in)?|berater(in)?|frau dr|herr dr|dr \w+|doktor"
)
_SHE = slot("sie|er|{THERAPIST}|der therapeut|die therapeutin|frau \\w+|herr \\w+", THERAPIST=_THERAPIST)  # fmt: skip


PEOPLE = People(
    psychologist=ways(r"""
        {THERAPIST}
        """, THERAPIST=_THERAPIST),
    somebody_else=ways(r"""
        {KIN}
        (frühere|alte|letzte|ehemalige|vorige)[nr]? (therapeut*|psycholog*)
        """, KIN=KIN),
    therapy=ways(r"""
        (therapie|sitzung|sitzungen|stunde|stunden|termin|termine|behandlung|praxis|therapiestunde*)
        """),
    denies=ways(r"""
        (nicht|nie|kein|keine|keinen|ohne)( \w+)?
        """),
)  # fmt: skip

CONDUCT = Signs(
    certain=ways(r"""
        (schweigepflicht|vertraulichkeit|datenschutz) (gebrochen|verletzt|verstoß*|missachtet)
        (meinem|meiner|meine|meinen) {KIN} ~3 (erzählt|angerufen|geschrieben|gesagt|kontaktiert) ~2 (ohne|was ich)?
        (abgerechnet|berechnet|in rechnung gestellt) ~4 (nicht|nie|gar nicht) (stattgefunden|da war|statt)
        (sitzung|stunde|termin) ~4 (abgerechnet|berechnet|bezahlt) ~4 (nie|nicht) stattgefunden
        sexuell (belästigt|belästigung|anzüglich*|übergriffig*)
        {THERAPIST} ~3 (angefasst|berührt|geküsst|umarmt|angeschrien|beleidigt|ausgelacht|geflirtet|belogen|bedroht)
        """, KIN=KIN, THERAPIST=_THERAPIST),
    unless_somebody_else=ways(r"""
        (hat|er|sie) ~3 (angefasst|berührt|begrapscht|geküsst|umarmt|gestreichelt|angeschrien|angebrüllt|ausgelacht|beleidigt|bedroht)
        (hand|hände) (auf|an) (mein|meinen|meine|meinem) (bein|knie|schulter|oberschenkel|rücken)
        (bemerkung|bemerkungen|kommentar|kommentare|witz|witze|spruch|sprüche) ~3 (über|zu) (mein|meinen|meine|meinem|meiner) (körper|figur|aussehen|brüste|brust|religion|akzent|herkunft|hautfarbe|gewicht|kopftuch)
        (in mich verliebt|flirtet mit mir|mit mir geflirtet|verliebt in mich)
        (rassistisch|sexistisch|homophob|frauenfeindlich|ausländerfeindlich)*
        ohne (meine|mein) (zustimmung|erlaubnis|wissen|einverständnis)
        (um geld gebeten|geld leihen|geld geliehen|darlehen|privat treffen|privat getroffen|zu (ihm|ihr) nach hause|auf einen kaffee|zum essen eingeladen|auf instagram|auf facebook|auf whatsapp privat)
        (betrunken|nach alkohol|alkoholfahne|fahne)
        (laut geworden|angeschnauzt|lächerlich gemacht|über mich lustig|lügnerin|lügner)
        (übergriffig|unprofessionell|grenzüberschreit*|unangemessen)
        """),
    about_therapy=ways(r"""
        (beschwerde|beschweren|melden) ~3 (einreichen|über|will|möchte)
        """),
)  # fmt: skip
CHANGE_REQUEST = Signs(
    certain=ways(r"""
        (einen|eine|ne|nen|zu einem|zu einer|jemand|jemanden|jemandem) (andere|anderen|anderer|anderem|neue|neuen|anders) ?({THERAPIST}|therapeut*|psycholog*|$)
        (therapeut*|psycholog*|behandler*) (wechseln|zu wechseln|tauschen|gewechselt)
        (wechsel|wechseln) ~4 (therapeut*|psycholog*|behandler*|zu jemand*)
        (therapie|behandlung|sitzungen) ~2 (beenden|abbrechen|aufhören|abbruch|pausieren|zu beenden|abzubrechen|nicht (fortsetzen|weitermachen|weiterführen))
        (aufhören|schluss) ~2 (mit der therapie|mit den sitzungen|mit der behandlung)
        (nicht|nimmer) mehr (zu (ihr|ihm|frau \w+|herrn \w+|dr \w+)|kommen|zur therapie|hingehen|weitermachen mit)
        (weibliche|männlichen|männlicher|deutschsprachige*) (therapeut*|psycholog*)
        (lieber|statt|anstatt) (zu )?(jemand anders|jemand anderem|einer frau|einem mann)
        zweite meinung
        (passt|passen) nicht (zu mir|zusammen|zueinander)
        """, THERAPIST=_THERAPIST),
    unless_somebody_else=ways(r"""
        jemand(en|em)? ander(s|en|em|er)
        (will|möchte) ~2 (nicht|nicht mehr|nie wieder) ~1 (zu (ihr|ihm)|hin)
        """),
)  # fmt: skip
RELATIONSHIP_CONCERN = Signs(
    certain=ways(r"""
        (von|bei) (meine[rmn]|der|dem) (\w+ )?{THERAPIST} ~3 (nicht|missverstanden|unverstanden|unwohl|verurteilt|bewertet|abgefertigt|klein|unter druck|ignoriert)
        {THERAPIST} ~3 (versteht|hört|nimmt|glaubt|mag|interessiert|merkt|erinnert) ~2 (mich |mir |sich )?(nicht|nie|kaum|gar nicht)
        (vertraue|vertrau|vertrauen) ~2 {THERAPIST} (nicht|nicht mehr|kaum)
        (therapie|sitzungen|stunden|das ganze hier|das hier) ~2 (bringt|hilft|bringen|helfen|hilfts) ~2 (nichts|nicht|mir nichts|mir nicht|gar nichts)
        (komme|kommen|komm) ~2 (nicht|nicht wirklich|überhaupt nicht|kein stück) (weiter|voran|vorwärts)
        (drehen|drehe) (uns|mich) ~2 im kreis
        (zeitverschwendung|geldverschwendung|keine fortschritte|kein fortschritt)
        (angst|graut|graust|horror) ~2 vor (der|den|jeder|meiner|dem) (nächsten )?(sitzung|sitzungen|stunde|termin|therapie)
        (stimmt|läuft|passt) ~2 (nicht|was nicht|etwas nicht) ~2 (zwischen uns|mit (meiner|meinem) {THERAPIST})
        """, THERAPIST=_THERAPIST),
    unless_somebody_else=ways(r"""
        (fühle|fühl|fühlte|gefühlt) (mich )?((?!von meine|von der mutter)\w+ ){0,3}?(nicht (verstanden|gehört|ernst genommen|gesehen|wohl|respektiert)|unverstanden|missverstanden|verurteilt|bewertet|abgefertigt|klein gemacht|bevormundet|abgewertet|nicht ernst|unwohl bei|dumm|abgewimmelt|belehrt)
        nicht (verstanden|gehört|ernst genommen) (fühle|gefühlt|werde)
        {SHE} ~2 (versteht|hört|glaubt|nimmt|mag) (mich|mir) ~2 (nicht|nie|kaum|gar nicht)( zu| ernst)?
        {SHE} (hört|hat|schaut|sieht|guckt) ~3 (nicht (richtig )?zu|auf die uhr|aufs handy|ständig auf|nicht zugehört)
        {SHE} (unterbricht|verurteilt|belehrt|drängt|vergisst|unterbrach|ignoriert) ~2 (mich|mir|alles|immer|ständig|was)
        {SHE} (ist|war|wirkt|wirkte|kommt) ~3 (kalt|distanziert|abweisend|arrogant|genervt|gelangweilt|unfreundlich|ungeduldig|herablassend|abwesend|desinteressiert|schroff)
        (nicht|schwer|kaum) ~2 (ehrlich|offen) ~2 (sein|zu sein|sprechen|reden|zu reden)
        (traue|trau) mich nicht ~4 (sagen|zu sagen|erzählen|zu erzählen|ehrlich)
        (vertraue|vertrau|traue) (ihr|ihm|dir|ihnen) ~1 (nicht|nicht mehr|kaum)
        (kein|fehlt|fehlt das|verloren|habe kein) ~1 vertrauen ~2 (zu (ihr|ihm)|mehr|verloren|$)
        (redet|spricht|erzählt) ~2 (nur|ständig|dauernd|zu viel) ~1 (von sich|über sich)
        (wollen|will) (etwas |was |ganz )*anderes als
        (stimmt|läuft) (etwas|was|irgendwas) nicht zwischen uns
        (gesagt|sage|sag) ~2 (alles|es) ~1 (gut|in ordnung|ok|okay) ~2 (obwohl|aber|stimmt nicht|war es nicht|nicht)
        """, SHE=_SHE),
    about_therapy=ways(r"""
        (hilft|bringt|hilft mir) ~1 (nicht|nichts|nicht weiter|mir nichts)
        (schlechter|schlimmer|dumm|klein|leer|wütend|traurig) ~2 (danach|als vorher|nach der (sitzung|stunde)|raus)
        (unwohl|unsicher|enttäuscht|verletzt|sauer|ärger) ~3 (mit|bei|von|über|wegen)?
        """),
)  # fmt: skip
LOGISTICS = Signs(
    certain=ways(r"""
        (termin|termine|sitzung|stunde|uhrzeit|zeit) ~4 (verschieben|verlegen|absagen|ändern|ausmachen|vereinbaren|buchen|bestätigen|verpasst|vergessen|frei|tauschen|stornieren|wahrnehmen|nicht schaffen)
        (verschieben|verlegen|absagen|absage|umbuchen|stornieren|verspäte|verspätung|verspäten)*
        (wann|um wie viel uhr|welche uhrzeit|an welchem tag) ~4 (termin|sitzung|stunde|nächste|nächster|geöffnet|anrufen|offen)
        (komme|kommen|bin|werde) ~5 (zu spät|später|minuten später|verspätet|nicht kommen|erst um)
        (kann|schaffe|schaff) ~4 (nicht kommen|nicht|heute nicht|morgen nicht) ~2 (montag|dienstag|mittwoch|donnerstag|freitag|morgen|heute|kommen|um \d+)
        (montag|dienstag|mittwoch|donnerstag|freitag|samstag|morgen|übermorgen|nächste woche) ~2 (geht|passt|ginge|würde passen|wäre|frei|möglich|um \d+|lieber|statt|nachmittag|vormittag|abend)
        (rechnung|quittung|überweisung|überwiesen|bezahlt|bezahlen|zahlen|kosten|kostet|krankenkasse|kasse|versicherung|beihilfe|honorar|erstattung|ausfallhonorar|krankschreibung|bescheinigung|attest|überweisungsschein)
        (adresse|anfahrt|parkplatz|parken|parkplätze|stockwerk|wegbeschreibung|öffnungszeiten|telefonnummer)
        (zoom|video|link|videolink|online|telefonisch) ~4 (link|geht nicht|funktioniert|schicken|statt|möglich|termin|sitzung|nochmal)
        (krank|fieber|grippe|erkältet|magen darm) ~4 (absagen|kommen|heute|morgen|termin)
        (ja|das|dienstag|montag|mittwoch|donnerstag|freitag) (das )?passt( mir)?( gut)?$
        (stau|zug|bahn|bus) ~3 (verspätung|stecke|stehe|ausgefallen|später)
        (früherer|anderer|neuer|nächster|nächsten|neuen) (termin|termine)
        """),
)  # fmt: skip
HOMEWORK = Signs(
    counts_denied=True,
    certain=ways(r"""
        hausaufgabe*
        (arbeitsblatt|arbeitsblätter|übungsblatt|tagebuch|stimmungstagebuch|schlaftagebuch|gedankenprotokoll|protokoll|wochenplan|sorgentagebuch|dankbarkeitstagebuch|atemübung*|entspannungsübung*|achtsamkeit*|exposition*)
        (übung|übungen|aufgabe|aufgaben) ~5 (gemacht|geschafft|vergessen|verstehe|verstanden|probiert|ausprobiert|erledigt|versucht|gestern|nicht|jeden tag|schwer|mache|machen)
        (gemacht|geschafft|vergessen|verstehe|verstanden|probiert|ausprobiert|versucht) ~4 (übung|übungen|aufgabe|aufgaben)
        """),
)  # fmt: skip
TOPIC_BOUNDARY = Signs(
    counts_denied=True,
    certain=ways(r"""
        (darüber|davon) (will|möchte|kann|mag) ich ~2 (noch )?(nicht|nie|lieber nicht) (reden|sprechen|erzählen)
        (noch )?(nicht|nie|nicht so weit|nicht bereit) ~3 (darüber|davon|über (das|die|den|meine|meinen|mein|ihn|sie|unsere|was)) ~4 (reden|sprechen|zu reden|zu sprechen|erzählen)
        (will|möchte|kann|mag) ~2 (darüber|davon|über (das|die|den|meine|meinen|mein|ihn|sie|was) ?(\w+ )?) ?(noch |jetzt |lieber )*(nicht|nie) (\w+ )?(reden|sprechen|sprech*)
        nicht (bereit|soweit|so weit) ~2 (darüber|über|zu reden|zu sprechen|dafür|$)
        (bitte )?(frag|fragen sie|frage|fragt) (mich )?(bitte )?nicht ~2 (nach|über|danach|wegen)
        (thema|themen) ~3 (lassen|weglassen|auslassen|vermeiden|meiden|tabu|nicht ansprechen|aussparen|später|überspringen)
        (lassen|lass) (wir|uns|sie) (das|bitte das|das thema|bitte) ~3 (weg|aus|ruhen|beiseite|für später|lieber)
        (tabu|tabuthema)
        """),
)  # fmt: skip
POSITIVE = Signs(
    certain=ways(r"""
        (danke|vielen dank|dankeschön|herzlichen dank|dankbar|besten dank)
        (geht|ging|fühle|fühl|schlafe|läuft) (es )?(mir |mich )?(\w+ ){0,3}?(besser|gut|leichter|super|prima|ruhiger|wohl)
        (hat|hilft|war) (mir |wirklich |sehr |heute |total )*(geholfen|gut getan|sehr|hilfreich|gut|toll|super)
        (gute|tolle|schöne|super) (sitzung|stunde|gespräch|woche)
        stolz auf
        (fühle mich|gut) (verstanden|aufgehoben|gut aufgehoben)
        (fortschritte|fortschritt) (gemacht|mache|merke)
        (endlich )?geschafft
        """),
)  # fmt: skip
