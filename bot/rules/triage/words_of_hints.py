"""Words that are no danger alone; two of different sorts close together are worth a question.

Each sort is a list. What a sort may stand beside without a question is in HARMLESS_TOGETHER.
"""

from bot.rules.triage.phrases import ways

SORTS: dict[str, tuple[str, ...]] = {
    "means": ways(
        r"""
        knife|knives|blades?|razors?|scalpel|scissors|machete|axe|hammer|needle|syringe
        rope|noose|ligature|cord|hosepipe|exhaust
        gun|rifle|shotgun|pistol|revolver|bullets?|trigger
        tablets|pills|insulin|paracetamol|morphine|overdose|bleach|petrol
        """
    ),
    "place": ways(
        r"""
        bridge|balcony|roof|rooftop|ledge|tracks|platform|cliffs?|viaduct|pier|quarry|railings?|barrier
        river|reservoir|canal|lake|the (water|sea|edge|drop)|windowsill
        garage|bathroom|closet|wardrobe|locked|lorry|trains?|(high|top) floor
        """
    ),
    "now": ways(
        r"""
        tonight|right now|just now|already|this night|before morning|by morning|in ten minutes|any minute|the night
        """
    ),
    "end": ways(
        r"""
        passwords?|letters?|(a|the) note|my will|funeral|ashes|payout|life insurance|bury|buried
        goodbye|forever|for good|forgive|remember me|the last|last time|my last
        take care of|look after|in order|after me|tell (my|the kids|mum|her i|him i)
        be fine|better off|without me|for (everyone|everybody)|no more|(given|gave) away
        (wont|will not) (be|need|see|have to)|not be here|dont wait
        thank you for everything|sorry for|im sorry
        """
    ),
    "life": ways(
        r"""
        alive|exist|existing|wake up|not wake|be here|living|life|dying|die|dead|death|gone|disappear|vanish|born|heaven
        nothing left|point of|worth|burden|in the way|hope|god
        """
    ),
    "harm": ways(
        r"""
        bleed|bleeding|blood|bruises?|burns?|burning|scratch*|cuts|cutting|cut (my|myself|deep|again)
        hits?|hitting|punch*|choke*|hurt*|kill*|shoot|stab*|attack*|violent|fists?|slap*|beat*
        throat|neck|wrists?|swallow*|overdose*|jump*|crash*
        """
    ),
    "person": ways(
        r"""
        hes (in|got|at|on|outside|here|back|coming|downstairs|not|been|drunk|asleep)|shes (got|in|locked|not)
        he (has|wont|will|says|said|stands|waits|took|checks|knows|follows|comes)|hell
        dont (call|ring|text|phone|tell)|police|my keys|my phone|let me out|lock*
        scared|afraid|hiding|hide|drunk|shouting|follow*|threat*|outside
        """
    ),
    "other": ways(
        r"""
        (my|our|his|her|ma|me) ((?!own\b)\w+ )?(brother|sister|son|daughter|mate|friend|husband|wife|mum|mom|dad|flatmate|neighbour|cousin|colleague|partner|boyfriend|girlfriend|nephew|niece|baby|grandson|uncle|roommate|student|lad|wean)
        """
    ),
    "dark": ways(
        r"""
        sometimes|some (nights|days|mornings)|lately|i keep|keep thinking|tired|quiet|peace|sleep|stop|nobody|no one|cant|imagine
        i think about|wonder|rest|enough|empty|numb|nothing
        """
    ),
}
HARMLESS_TOGETHER = frozenset(
    {
        frozenset({"other", "end"}),
        frozenset({"other", "now"}),
        frozenset({"other", "dark"}),
        frozenset({"other", "person"}),
        frozenset({"other", "life"}),
        frozenset({"dark", "now"}),
        frozenset({"dark", "end"}),
        frozenset({"dark", "person"}),
        frozenset({"person", "end"}),
        frozenset({"life", "harm"}),
    }
)
# Not to be taken for hints.
OUT_OF_PLACE = ways(
    r"""
    (dont|didnt|never|wouldnt) (want to |mean to )?(hurt|kill)
    (dont|didnt|never|not|wouldnt) (want |wanted |going |mean )?(to )?(die|disappear|dead|dying|suicidal)
    cut (off|out|down|back|short|corners|the (grass|cake|cost|cord))
    (kitchen|knife and fork|cheese|butter|palette) knife|knife (set|skills|block)
    (a |the |my )?(new|next|last|first|early|late) train|train (home|to|station|was|is|times?|set|ticket|late|platform)
    (he|she|it) (never|has never|doesnt|didnt) hit
    (hit|hits|beat|beats) (me|the|my) (that|hard|gym|road|record|boat|best|snooze)
    (beat|beats) me (at|in|to|on) \w+
    beat* (myself|yourself|himself|herself) up about
    (scared|bored|frightened|worried|tickled|sick) to death
    (to )?(die|dying) (for|to) (a|that|some|hear|see|know|meet|go|tell|get)
    (will not|wont) be (here|there|able|in|at|around|home|back|late|long) (next|tomorrow|on|this|until|till|to|for (the|my|our)|before|after)
    (feel*|bit|half|dead) (dead|tired)? ?(today|tonight|now) after
    (afraid|scared|frightened) of (dying|death|my own death) (on|during|in|from|under)
    (someone|somebody|everyone|people|they|mum|mom|he|she) will die if
    dead (tired|serious|easy|on|good|set|line|end|lift*)
    (dying|die|dies|died|starving) of (hunger|heat|thirst|boredom|laughter|shame|cold|cute*|love|embarrassment)
    (phone|battery|laptop|plant|plants|code|server|car|engine) (is |are |was |just )?(dying|dead|died)
    kill* (for|the (whole|entire)|time|me softly|two birds|a person|my (back|feet|knees|legs))
    blood (pressure|test|tests|sugar|results|thinners)
    shoot (me|us|you|over) (a|an)
    thank* god|god (knows|forbid|bless)|oh (my )?god|hope (you|that you|she|he|so|its)
    operating table|fear of|afraid of (flying|spiders|the dark|heights)
    (son|daughter|kids|toddler|boys|girls|twins) ~2 (hit|hits|hitting|bites|biting) (his|her|their|each)
    (if|unless) i dont (check|touch|count|tap|wash)
    (living|live) (out of|in|with|at|near|alone)
    my (phone|laptop|battery|wifi|car|internet) (is |was |has |just )?(dead|died)
    (his|her|their|my) (last|old|new) (job|session|one|day)
    """
)
# Talk of sessions and homework.
ELSEWHERE = ways(
    r"""
    (homework|worksheet|exercise|diary|sessions?|appointments?|invoice|receipt)
    """
)
