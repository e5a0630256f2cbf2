"""Danger from oneself that is said: wanting to die, no wish to live, voices, no safety with oneself."""

from bot.rules.triage.danger_kinds import Judged, Sayings, Tier
from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.words_of_means import DONT, WISHING

_DAY = slot(
    r"(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(days?)?|(the )?\d+(st|nd|rd|th)"
    r"|(this |that )?(holidays?|trip|dates?|walk|cruise|tour|plane|weekend)|a|the|my|to|about|stage|facebook|instagram|camera|zoom|air"
)

INTENT = Sayings(
    "intent",
    Tier.HIGH,
    Judged.OWN,
    ways(
        r"""
        # ending one's life
        kill(ing|ed)? (off )?myself
        killing myself
        (end|ends|ending|ended|take|takes|taking) (my|his|her|their) (own )?life
        took my (own )?life
        end(ing)? (it all|everything|myself|my own life|my suffering|my misery|my pain|this life)
        (going|ready|about|plan*|decided|want*|need|thinking of|thinking about|considering|feel like|tempted|close|easier|just|time) (to )?(just )?end(ing)? it -(with|between|amicably|on good|early|there|here|at|nicely|properly|by|after|when|on)
        (im|i am|am) ending it -(with|between|early|at|here|on|after)
        should (just |really |probably )?end it -(with|between|here|at|early)
        thinking (of|about) ending (things -(with|between)|everything)
        (off|top|neck|delete|finish|do away with|get rid of|destroy) myself
        (do|doing) (away with myself|myself in)
        (topping|offing|necking) myself
        finishing myself( off)?
        put(ting)? an end to (it|my life|myself|this life|everything|me|it all|my existence|my misery)
        catch the bus for good
        (catch|catching) the bus tonight
        # wanting to be dead
        {WISHING} (to )?(just |simply |really |fucking |actually |only |already |literally )?(die|be dead|stop existing|cease to exist|not exist) -(of|from|laughing|trying|for a|for some|for that|for the)
        (wanting|wants|want) death
        i (must|have to|need to|ought to|should|had to|deserve to) (just |probably |really )?die
        (supposed|meant) to (die|be dead)
        (should|shouldve) (have )?(died|let me die|killed me)
        should (just |probably |really )?(be dead|not exist|not be alive|not be here)
        (rather|prefer to|sooner) (be )?(die|dead|dying) than
        (let|want|wants|wanted) me (to )?(just )?(die|dead)
        (please|just|someone|somebody|god) kill me
        kill me (please|now)
        put me out of my misery
        going to die (tonight|today|tomorrow|by my)
        dead by (tomorrow|christmas|the weekend|monday|morning|my birthday|\w+ty|tonight|spring|new year)
        looking forward to (dying|being dead|death)
        (considering|contemplat*|thinking about|think about|think of|thinking of|thoughts of) (suicide|ending things -(with|between)|taking my life)
        (feel|feeling|felt|am|im|being|get|getting|still|became|become) ~2 suicidal
        been (actively |acutely |seriously |really )?suicidal
        suicidal (again|tonight|today|right now|thoughts?|feelings|urges|ideation|and|since|every|all|lately|this|but|as)
        (plan*|attempt*|commit*|want|about|thought* of|thinking of|doing) suicide
        (hotline|helpline|crisis line|number) for suicid*
        suicide (hotline|helpline|line|number|plan|note|letter|pact)
        not alive by
        """,
        WISHING=WISHING,
    ),
    may_be_figure=True,
)
NO_WISH_TO_LIVE = Sayings(
    "no wish to live",
    Tier.HIGH,
    Judged.OWN,
    ways(
        r"""
        {DONT} (really |even |just |actually |think i |think i even |particularly |honestly )?(want|wants|wanted|wish)( to)? (live|living|be alive|being alive|exist|existing|see tomorrow|see another day|see the morning|keep living|continue living|stay alive|be in this world|be on this (earth|planet)|grow old|live like this|be a part of this world|survive|be living) -(in|at|on|with|near|next|there|off|so far|alone|together|up early|without|here|by|under|above|out|to regret)
        {DONT} (really |even |just |actually |think i )?(want|wants|wanted)( to)? wake up( tomorrow| again| anymore| ever| in the morning|$)
        {DONT} (really |even |just |actually |think i )?(want|wants|wanted)( to)? (be|go on being) here( anymore)?+(?! (at (this|the|my|work|school|uni|home)|today|this|at|on|for|when|with|in (?!this)|until|because|by|alone|early|late|next|tonight|tomorrow)\b)
        {DONT} (really |even |just |actually |think i )?(want|wants|wanted)( to)? (be around|carry on|keep going|go on)( anymore| any longer| like this| living|$)
        {DONT} (really |even |just )?(want|wants|wanted)( to)? go on -({DAY}|with|together)
        (want|wanted|rather|wish to|prefer to) (to )?(just )?not (be alive|exist|be here|wake up|live|be around|have been born|be)( anymore)?
        cant (stay|be) alive
        cant (live like this|live this way|live with (this|myself)|keep living|go on living|face another day|be alive)
        no (will|desire|wish|reason|reasons) to (live|stay alive|be alive|keep living|go on living|exist)
        (lost|no|lose|losing) (the |my |any |all )?will to live -(at|after|in (the|that|this|a)|lol|haha|during|halfway|listening|somewhere)
        """,
        DAY=_DAY,
        DONT=DONT,
    ),
    may_be_figure=True,
)
VOICES = Sayings(
    "voices",
    Tier.HIGH,
    Judged.OWN,
    ways(
        r"""
        (voices?|demons?|devil|satan|tv|radio|angels?|thing in my head|man in my head|he in my head) ~4 (tell*|says?|saying|said|wants?|want|order*|command*|keep|keeps|scream*|whisper*|shout*|told) (me |that i )?(to )?(\w+ )?(die|kill*|jump*|hurt*|end|cut*|do it|harm*|stab*|burn*|drown*|punish|i must|i have to|i should|hang|go to the (bridge|roof|window))
        (head|brain|mind|thoughts|intrusive thoughts) ~ (tell*|says?|saying|scream*|order*) (me )?(to )?(just )?(die|kill (myself|me|yourself)|jump|hurt myself|end it|end my|cut myself|do it|id be better off dead)
        (they|he|she|it) (tells?|says?|keeps? telling|keeps? saying|orders?|commands?) (me )?(to )?(jump|die|kill myself|do it)
        (hear|hearing|heard) (a |the )?(voices?|someone|somebody|a man|people|whispers) ~6 (die|kill*|hurt*|jump*|end my|end it|end myself|harm*|stab*)
        (voice|voices) ~2 (telling|ordering|commanding|instructing) me
        (i )?(have to|must|need to) do what (they|the voices?|it|he) (say|says|tell|tells)
        (told|telling|tells) me to (jump|kill myself|hurt myself|end it|end my life|step (off|out)|cut)
        """
    ),
    Tier.HIGH,
)
UNSAFE = Sayings(
    "not safe with oneself",
    Tier.HIGH,
    Judged.OWN,
    ways(
        r"""
        {DONT} (feel |think im |think i am )?(not )?safe (with|from|around|by) myself
        (not|isnt|am not|im not|never) safe (with|from|around|by|to be (alone|left|on my own)) ?(myself)?
        (cant|cannot|dont know if i can|dont know how to|not sure i can|dont think i can|struggling to|trying to|hard to|help me) (to )?keep (myself|me) safe
        {DONT} (feel |stay |be |keep |think i can stay |think i can be )?safe (tonight|alone|right now|by myself|on my own)
        (not sure i can|dont think i can|dont know if i can|dont know if ill) (feel|stay|be|keep) safe
        {DONT} trust myself( (tonight|alone|with (the|a|my|sharp|knives)|around|not|right now|at the moment|to stay|to be (alone|safe)|on my own|in the (car|kitchen)|near|to drive|anymore)|$)
        (survive|last|get through|make it through|see out) (tonight|the night|this night)
        danger to (myself|others|my (kids|children|family|self))
        (cant|dont|cannot|wont) (promise|guarantee|swear|say for sure|be sure|know if|know whether)( you| that)* (ill|i will|i can|if ill|i wont|id)( still)? (be (alive|around|safe|still here|here tomorrow|here next|here in)|still be (here|alive)|stay alive|stay safe|keep myself safe|make it|last|hurt myself|do anything|do something|survive)
        cant promise (that )?(ill|i will)( still)? be (here|there)
        (wont|dont think ill|not going to|dont know if ill|might not|may not|not sure ill|dont know if i will|doubt ill|dont expect to|dont think i will) (make it (through|to)|survive|get through|last|see|be alive|live (to|through)) ~2 (night|weekend|week|day|year|christmas|tomorrow|morning|birthday|the month|monday|spring|thirty|summer)
        (scared|afraid|frightened|worried|terrified) (of|about) (what i(ll| will| might| could| may|d| would)? do|myself)( to myself| tonight| next| if| when|$)
        (scared|afraid|frightened|worried|terrified) (that )?(ill|i will|i might|i may|im going to|i could) (do something|hurt myself|do it|kill myself|end up (dead|hurting|killing)|act on)
        (might|will|may|could|ill|going to|about to) do something (stupid|drastic|terrible|awful|bad|silly|to myself|i cant|dangerous|final|permanent|reckless|i(ll| will) regret) -(like|and (buy|text|email|quit)|at work)
        (close to|about to|going to|might|tempted to|want to|scared ill|will) act(ing)? on (it|them|the thoughts|these thoughts|my thoughts|the urge|the urges)
        (urge|urges|impulse|temptation|pull) to (jump|die|kill|end|do it|step|drive off|swerve|drown|hang|let go)
        (need|want|have) to be (sectioned|locked up|hospitalised|hospitalized|admitted|committed) ~3 (before|safe|or i|because i)
        """,
        DONT=DONT,
    ),
    Tier.HIGH,
)

SAYINGS = (INTENT, NO_WISH_TO_LIVE, VOICES, UNSAFE)
