"""Wanting another psychologist, or to stop."""

from bot.rules.triage.phrases import ways
from bot.rules.triage.signs import Signs
from bot.rules.triage.words_of_people import PSYCHOLOGIST, SOMEBODY, THEM, THERAPY

CHANGE_REQUEST = Signs(
    certain=ways(
        r"""
        (another|an other|a different|a new|different|(want|need|have|get|like|please|to) other) {PSYCHOLOGIST}
        (female|male|woman|women|man|lady|older|younger|black|muslim|gay|queer) {PSYCHOLOGIST}
        (change|changing|switch|switching|swap|swapping|replace|replacing) (to |my |the |from )*{PSYCHOLOGIST}
        (change|switch|swap|move|transfer|refer)* (me )?(over )?to {SOMEBODY}
        (change|switch|swap) (who i (see|talk to)|the person i see)
        (see|have|get|try|talk to|speak to|speak with|work with|want|prefer|go to|find|need|ask for|asking for) (me )?{SOMEBODY} (else|different|new|other|who (gets|knows|understands|speaks))
        {SOMEBODY} else (at|in|from|for) (the|your|my) (practice|clinic|team|sessions?)
        {SOMEBODY} with (more )?experience
        (go|going) back to (the |my )?(old |previous |former |last )?{PSYCHOLOGIST}
        (stop|stopping|quit|quitting|end|ending|finish|finishing|leave|leaving|drop|dropping out of|give up|giving up|pack in|jack in|discontinue|terminate|pause|break from|done with|out of|finished with|no more) (on )?(my |the |with |this |all )*{THERAPY}
        (stop|stopping|quit) (seeing|working with|coming to|going to|with) {THEM}
        (dont|do not|no longer|not|wont|didnt|never) ~2 (want|wish|wanna|like|going|coming|planning)? ?(to )?(see|continue|carry on|keep seeing|keep going|work|come back|coming back|go back|going back)( working| seeing)? (to |with )?({THEM}|{THERAPY}|you)
        (instead of|not with|rather than|other than) {THEM}
        {SOMEBODY} else ~ (talk|see|speak|work|available)
        (end|ending|finish|finishing) (things|it) with (my |the )?{PSYCHOLOGIST}
        no more (sessions|appointments|therapy)
        not ~ (book|come|have|want) (\w+ )?(anymore|any further) (sessions|appointments)
        ^i (just )?want out$
        second opinion
        (the|got the|with the) wrong ({PSYCHOLOGIST}|person|fit|match)
        (not (the )?right|isnt right|isnt the right|not a good|not the best|no good) ({PSYCHOLOGIST}|person|fit|match)
        (matched|paired|put|placed) with (another|a different|{SOMEBODY}|a new)
        (dont|do not) (think |want )?(\w+ )?({PSYCHOLOGIST}|dr \w+) (is|to be) (right|the one|my {PSYCHOLOGIST})
        (change|switch|swap|replace|new|different|another|other|alternative) (of |my |for my |to a |to another )?{PSYCHOLOGIST}s?
        {PSYCHOLOGIST}s? (instead|swap|change|switch)
        (is there|are there|do you have|have you got|got|have you|could i (see|have|get)|can i (see|have|get|talk to|speak to)|any chance of|who else) ~4 (female|male|woman|women|man|lady|older|younger|black|asian|muslim|jewish|christian|gay|queer|trans|other|another|different|native|spanish|german|polish|arabic|hindi|french|someone|somebody|anyone|anybody) ~3 (who|else|speaking|speaker|{PSYCHOLOGIST}|on (the )?(team|staff)|available|instead|with experience|i (could|can) (see|talk|speak))
        {SOMEBODY} (who|that|which) (speaks|speak|knows|know|understands|understand|specialis*|does|has experience|works with|gets|is (a |more |less )?(woman|man|female|male|older|younger|black|muslim|gay|trained|closer|nearer)|can (do|see|speak)|actually|really|will|challenges|listens)
        {SOMEBODY} (older|younger|closer|nearer|female|male|more (experienced|senior|my age|direct|gentle)|less|my (own )?age|black|muslim|gay|local|a bit (older|younger))
        (somebody|someone|anybody|anyone) (else|different|new|other) (to (talk|speak|see|work)|for (me|this)|please|instead|at|in|from|on the|who|with)
        (work|working|see|seeing|be|being|talk|talking|paired|matched|placed|assigned|allocated|transferred|referred|moved|passed|handed|reassigned) (\w+ )?(with|to|by|over to) (somebody|someone|anybody|anyone|a) (else|different|new|other|woman|man|female|male)
        (re ?assign|transfer|rematch|re match|re allocate|reallocate|pass|hand) me (on|over|to|with)?
        (be|get) (transferred|reassigned|rematched|referred (on|elsewhere|to (a|another|someone|somebody))|moved to (a|another|someone|somebody))
        (change|switch|swap)(d|ing|ed)? (who i|person|people|psych|over to|providers?|practitioners?|clinicians?)
        (want|need|like|prefer|have|see|get|try|ask for|give me|find me|swap for|change to) (a |an |the |to see |to try |to have )*(another|different|new) (one|person|practitioner|clinician|provider|specialist|analyst)
        (stop|quit|end|finish|leave|drop|cease|terminate|discontinue|cancel|pause|suspend|conclude|withdraw from|give up|pack in|jack in|knock on the head|call it a day with|wind up|wrap up|step away from|step back from|take a (long )?break from|come out of)(ping|ting|ing|s|ped|ped)? (coming|my |the |all |this |with |on |these |our |any more |any |future |further )*(therapy|treatment|counselling|sessions?|appointments|service|practice|programme|program|work together|the whole thing)( altogether| early| completely| for good| now| please|$| for| with| because| and| soon| after| early)
        (dont|do not|wont|will not|no longer|not|wouldnt|shant) (\w+ ){0,2}(want|wish|like|need|going|intend|plan|be|see myself|planning) ?(to )?(be )?(continue|continuing|carry on|carrying on|return|returning|go back|going back|come back|coming back|attend anymore|keep coming|keep going|do therapy|do the sessions|proceed|renew|book (more|again|another))( with (the|my|this|these|our|any)? ?(therapy|sessions?|counselling|treatment|her|him|dr \w+|this|you)| here| to (therapy|sessions|counselling|the practice|her|him)| for therapy| anymore| any longer| in therapy|$) -(on (monday|tuesday|wednesday|thursday|friday)|until|tomorrow|today|this week|next week)
        (wont|will not|shant) be (continuing|carrying on|returning|coming back|renewing|coming anymore)( with|$| after| now| to| for)
        (this|that|thursday|friday|monday|tuesday|wednesday|next (week|session)) (is|will be|was) (going to be )?(my|the|our) last (session|one|appointment|time)
        (my|the|our) last session( please| then| with (her|him)|$| as im| and then)
        (done|finished|through|over it|had enough) with (therapy|counselling|the sessions|all this|this|my {PSYCHOLOGIST}|dr \w+|you lot|the practice|psychology)
        (want|like|decided|going|wish|prefer|need|ready|time|thinking of|thinking about|considering|planning) (to )?(stop|stopping|quit|quitting|leave|leaving|end|ending|withdraw|withdrawing|finish|finishing|opt|opting|unsubscribe|cancel everything|discontinue|deregister) (the service|here|it here|therapy|counselling|with you|the practice|out of (therapy|the service)|seeing (her|him|anyone|you|dr \w+)|for good|things here|our work|my (sessions|therapy|treatment|counselling))
        (take|remove|delete|strike|cross) me (off|from) (the|your|her|his|this|all)? ?(list|books|system|service|practice|bot|this|everything|caseload|programme)
        (close|cancel|delete) my (file|case|account|membership|subscription|registration)
        how (do|can|would|does|to|should) (i |one |you |we )?(stop|quit|end|leave|cancel|finish|get out of|terminate|unsubscribe)( (coming|therapy|counselling|sessions|seeing|this|it|here|with|my (sessions|therapy)|the (sessions|service|practice)|all)|$)
        how (do|can|would|does|to|should) (i |one |you |we )?(change|switch|swap|ask for (another|a different|someone|somebody))( (my |to |for )?(a |another |someone |somebody )?({PSYCHOLOGIST}|person|else|different|people))
        (is it|would it be|am i|can i|could i|may i|am i allowed|is one allowed|possible) (ok |okay |possible |allowed |rude |able |too late |free |bad |wrong )?(to |if i )?(just )?(stop|quit|leave|end|finish early|not come back|drop out)( (coming|therapy|counselling|seeing|this|here|with (her|him|you)|my (sessions|therapy)|the (sessions|service)|early|whenever|any time)|$)
        (is it|would it be|am i|can i|could i|may i|am i allowed|possible|easy) (\w+ )?(to |if i )?(see someone|see somebody|ask for (another|a different|someone|somebody)|try (another|someone|somebody|a different)|switch|change (psychologist|therapist|who|to (a|another|someone|somebody)))( else| one| {PSYCHOLOGIST}|$)
        (i think|i feel|reckon|i guess|thats|im) (its|it is|i|ive|im|me|this is) (time to|should|had enough|ready to|going to|best to|want to|better) (stop|move on|call it a day|end it here|leave it there|finish|go elsewhere|part ways|quit therapy|try (someone|somebody|something) else)
        (leave|leaving) it (there|here|at that) ~2 (thanks|thank|with (her|him|therapy|you)|now|then|love|please|for good)
        (part ways|parting ways|go our separate ways|parting company)
        (move|moving|go|going|transfer*) (to|with) (another|a different|a new) (practice|clinic|provider|service|place|therapist)
        (found|got|getting|have|starting with|signed up with|gone with|going with|going to) (another|a new|a different|someone|somebody) (else|new|therapist|psychologist|counsellor|closer|cheaper|nearer)
        (prefer|rather|like|want|better|comfortable|easier) (to )?(have|see|talk to|speak to|speak with|work with|with|be with) (a |an )?(woman|man|female|male|lady|older|younger|different|another|new|black|muslim|gay|queer|trans|native)
        (dont|do not|didnt|wont|never) (\w+ )?(want|like|wish|need) (\w+ )?(her|him|this one|that one|dr \w+|my {PSYCHOLOGIST}) (anymore|any longer|again|as my|to be my|to see me|no more)
        (want|like|need|ask for|asking for|request|requesting) (a |to )?(change|switch|swap|transfer)( of {PSYCHOLOGIST}| please|$| to| in|ed)
        """,
        PSYCHOLOGIST=PSYCHOLOGIST,
        SOMEBODY=SOMEBODY,
        THEM=THEM,
        THERAPY=THERAPY,
    ),
    unless_somebody_else=ways(
        r"""
        (not|isnt|arent|wasnt) ~ (good |great |right )?(fit|match)( for me)?
        (not|never|wont be) (going|coming) back( there| to (her|him|them))?
        (want|like|id like|decided|thinking|need|going) ~2 (stop|quit|finish) (seeing|with|going to|coming to) (her|him|them)
        (done|finished|through) with (her|him|them)
        (dont|do not|never) want (to )?(see|talk to|speak to|have) (her|him|them) (again|anymore|no more|any longer)
        (stop|end|quit|cancel) everything (with|at) (you|the practice)
        (time to|want to|would like to) move on (from|to) (her|him|them|somebody|someone)
        {SOMEBODY} (else|different|new) (please|instead|available|free|to talk to)
        (not|isnt|arent|wasnt|never) (really |quite |exactly )?(for me|my cup of tea|cut out for|my thing|the right (one|person|fit|match)|the one for me|a match|right for me|what i need)
        (rather|prefer) (it was |it were |if it was )?(not|someone|somebody|anyone|anybody) ~1 (her|him|see (her|him)|else|older|younger|female)
        (with|by|from) (somebody|someone|anybody|anyone) else
        (dont|do not|wont|not going to|never going to|cant) (want to |be |ever )?(go|going|come|coming|see|seeing) (back|her again|him again|again)( there| to (her|him|that)|$| after)
        (stop|stopping|quit|end) (seeing|with|going to) (her|him|them|dr \w+)
        (shall|should|will|can|could) (i|we) (just )?(stop|end|leave|part)( it| here| now| this)?$
        (im|i am) (out|off|leaving|quitting|done here|stopping|finished here)( now| thanks| thank you|$| of here)
        """,
        SOMEBODY=SOMEBODY,
    ),
    about_therapy=ways(
        r"""
        (end|ending|finish|finishing|stop) (things|it|this) (with|here)
        (want|like|need|going|decided|can i|how do i|id|thinking of) (to )?(stop|stopping|quit|quitting|leave|leaving|give up|take a break)( (coming|going|now|altogether|completely|for a while)|$)
        (somebody|someone) (else|different|new)
        change (person|people)
        (want|like|going|decided|need|ready|have) to (stop|quit|leave|finish|end|give up|pause)
        (not|never|wont be|isnt) (going|coming|continuing|returning)
        (try|see|find|want|need) (another|a different|someone else|somebody else|other)
        (not|no longer|dont) (interested|need|want) (in )?(it|this|them|more|anymore|any more)
        """
    ),
)
