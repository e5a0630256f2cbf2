"""The commonest words of danger in French, Dutch, Portuguese and Italian."""

from bot.rules.triage.danger_kinds import Judged, Sayings, Tier
from bot.rules.triage.phrases import ways

FRENCH = (
    Sayings(
        "French: intent",
        Tier.HIGH,
        Judged.OWN,
        ways(
            r"""
            (je )?(veux|voudrais|vais|ai envie de|envie de|prefere) (mourir|crever|en finir|me tuer|me suicider|disparaitre( pour toujours)?)
            (me|se) (suicider|tuer|pendre|foutre en l air)
            mettre fin a (mes|ses) jours
            en finir avec la vie
            (plus|pas) (envie|la force) de vivre
            (ne )?(veux|peux) plus vivre
            (pris|avale) ~4 (cachets|medicaments|comprimes|somniferes)
            lettre d adieu
            adieu (a tous|tout le monde)
            (sauter|jeter) ~2 (pont|fenetre|train|toit)
            """
        ),
    ),
    Sayings(
        "French: half said",
        Tier.POSSIBLE,
        Judged.OWN,
        ways(
            r"""
            suicid(e|es|aire|aires)
            me (faire du mal|couper|scarifie*|mutile*|blesse*)
            (idees|pensees) (noires|suicidaires)
            mieux sans moi
            (plus|aucune) (de )?raison de vivre
            (n en|en|jen|nen) peux plus( de (la|cette) vie| de vivre|$)
            je ne (serai|suis) plus la (demain|bientot)
            ne plus (me reveiller|etre la|exister)
            """
        ),
    ),
    Sayings(
        "French: violence",
        Tier.HIGH,
        Judged.FROM_OTHERS,
        ways(
            r"""
            (il|elle|mari|copain|pere|mere|ex|conjoint) m(e | )(frappe|bat|tape|menace|etrangle|viole*|a (frappe*|battue?|violee?|etranglee?|menacee?))
            (veut|va) me tuer
            peur (de mon mari|de mon ex|de lui|de rentrer)
            """
        ),
    ),
)
DUTCH = (
    Sayings(
        "Dutch: intent",
        Tier.HIGH,
        Judged.OWN,
        ways(
            r"""
            ik wil (dood|niet meer leven|sterven|er niet meer zijn|er een eind aan maken)
            (mezelf|mijzelf|me) (van kant maken|ophangen|van het leven beroven|doden|doodmaken)
            er een eind(e)? aan maken
            zelfmoord plegen
            (een einde|een eind) aan mijn leven
            niet meer (willen )?leven
            (ingenomen|geslikt) ~3 pillen
            ~3 pillen (ingenomen|geslikt)
            """
        ),
    ),
    Sayings(
        "Dutch: half said",
        Tier.POSSIBLE,
        Judged.OWN,
        ways(
            r"""
            zelfmoord*
            suicidaal
            (mezelf|mijzelf) (iets aandoen|pijn doen|snijden|beschadigen)
            zelfbeschadig*
            beter af zonder mij
            geen zin meer in het leven
            """
        ),
    ),
    Sayings(
        "Dutch: violence",
        Tier.HIGH,
        Judged.FROM_OTHERS,
        ways(
            r"""
            (hij|zij|ze|man|vriend|vader|moeder|ex) (slaat|mishandelt|bedreigt|schopt|wurgt|slaat) (me|mij)
            bang voor (mijn man|mijn ex|hem)
            (vermoordt|wil) (me|mij) vermoorden
            """
        ),
    ),
)
PORTUGUESE = (
    Sayings(
        "Portuguese: intent",
        Tier.HIGH,
        Judged.OWN,
        ways(
            r"""
            (quero|queria|vou|prefiro|vontade de) (morrer|me matar|matar me|acabar com tudo|sumir de vez)
            (me matar|matar me|me suicidar|suicidar me|tirar a (minha )?vida|acabar com a minha vida)
            nao quero (mais )?viver
            (sem|nao tenho|perdi a) vontade de viver
            tomei ~4 (comprimidos|remedios)
            """
        ),
    ),
    Sayings(
        "Portuguese: half said",
        Tier.POSSIBLE,
        Judged.OWN,
        ways(
            r"""
            suicid(io|a|as)
            (me cortar|cortar me|me machucar|magoar me|me cortei|cortei me)
            melhor sem mim
            nao aguento mais( viver| esta vida| essa vida|$)
            """
        ),
    ),
    Sayings(
        "Portuguese: violence",
        Tier.HIGH,
        Judged.FROM_OTHERS,
        ways(
            r"""
            (ele|ela|marido|namorado|pai|ex) (me|nos) (bate|bateu|agride|agrediu|espanca|ameaca|ameacou|enforcou|estuprou|violou)
            (vai|quer|ameacou) me matar
            medo (do meu marido|dele|do meu ex)
            """
        ),
    ),
)
ITALIAN = (
    Sayings(
        "Italian: intent",
        Tier.HIGH,
        Judged.OWN,
        ways(
            r"""
            (voglio|vorrei|preferisco) (morire|uccidermi|ammazzarmi|farla finita|suicidarmi|sparire per sempre)
            (uccidermi|ammazzarmi|suicidarmi|togliermi la vita|farla finita|impiccarmi)
            non voglio piu (vivere|esserci)
            (nessuna|senza|non ho piu) voglia di vivere
            (ho )?(preso|ingoiato) ~4 (pillole|pastiglie|compresse)
            """
        ),
    ),
    Sayings(
        "Italian: half said",
        Tier.POSSIBLE,
        Judged.OWN,
        ways(
            r"""
            suicid(io|a|arsi)
            (tagliarmi|farmi del male|mi (sono )?(tagliata?|tagliato|taglio))
            meglio senza di me
            non ce la faccio piu( a vivere| con questa vita|$)
            """
        ),
    ),
    Sayings(
        "Italian: violence",
        Tier.HIGH,
        Judged.FROM_OTHERS,
        ways(
            r"""
            (lui|lei|marito|fidanzato|padre|ex|compagno) mi (picchia|ha picchiata?|mena|minaccia|strangola|violenta|ha violentata)
            (mi )?(vuole|mi) (uccidermi|ammazzarmi|uccide|ammazza)
            paura (di mio marito|di lui|del mio ex)
            """
        ),
    ),
)

SAYINGS = (*FRENCH, *DUTCH, *PORTUGUESE, *ITALIAN)
