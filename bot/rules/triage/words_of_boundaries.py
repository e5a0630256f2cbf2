"""Not ready, or not willing, to talk about something."""

from bot.rules.triage.phrases import ways
from bot.rules.triage.signs import Signs

TOPIC_BOUNDARY = Signs(
    counts_denied=True,
    certain=ways(
        r"""
        (not|never|arent|dont feel|do not feel|dont think im|isnt|dont know if im) ~2 ready ~2 (to|for|yet) ?(talk*|discuss*|speak*|go|open|share|say|face|tell|bring|that|it|$)
        (dont|do not|didnt|not|never|rather not|prefer not to|prefer that we not|(i|we) wont|(i|we) will not|cant|cannot|hate) ~ (talk(ing)?|speak(ing)?|discuss(ing)?|go(ing)? (in ?to|over)|get(ting)? into|touch) ~2 (about|on|into|over|my|the|that|it|what)
        (dont|do not|stop|not) ~2 (ask|asking|bring|bringing|mention|mentioning|press|push|pushing) (me )?~2 (about|up|on)
        (leave|skip|avoid|park|steer clear of|stay away from|keep off|keep away from|drop) ~5 (subject|topic|that part|out of it|for later|for now|until|alone|for another)
        off limits
        no go (area|zone|topic)?
        too (raw|painful|soon|early|much|hard) (\w+ )?(to|for) (\w+ )?(talk|say|discuss|speak|tell|go)
        need (\w+ )?(more )?time before (i|we)
        things ~4 (wont|dont want to|cant|not ready to|will not) (\w+ )?(speak|talk|say|tell|discuss)
        would rather (we )?(\w+ )?not (talk|go|discuss|speak|say)
        not yet about
        (not|never|arent|isnt|wasnt|dont feel|do not feel|nowhere near|still not|not quite|not really|not yet|far from) (\w+ ){0,2}(ready|prepared|up|strong enough|able|comfortable|there yet|in a place) (\w+ ){0,2}(to|for|with|talk*|discuss*|going|yet|about|go|that|$)
        (dont|do not|didnt|not|never|rather not|prefer not to|prefer that we not|i wont|we wont|i will not|id rather not|cant|cannot|hate|no desire to|no wish to|dont wish to|refuse to|not going to|not willing to|not comfortable|uncomfortable|dont like|dont feel like|not up for|not ok with|wont be|im not|shant|wouldnt like to|dont want us to) (\w+ ){0,3}(talk(ing)?|speak(ing)?|discuss(ing)?|go(ing)? (in ?to|over|there|through|near)|get(ting)? into|touch(ing)?|share|sharing|open(ing)? up|answer(ing)?|explore|exploring|dig(ging)?|revisit(ing)?|relive|reliving|bring(ing)? up|tell(ing)?|explain(ing)?|describe|describing|mention(ing)?|delve|unpack(ing)?|rake|raking|dredge) (\w+ ){0,2}(about|on|into|over|up|my|the|that|it|what|him|her|them|this|those|anything|details|why|any of|there|questions|it all|$)
        (dont|do not|stop|not|please dont|no|quit|tell (her|him|them) not to|ask (her|him|them) not to|id like (her|him|you) not to|wish (she|he|you) (wouldnt|didnt)|hope (she|he|you) (wont|doesnt|dont)) (\w+ ){0,2}(ask|asking|bring|bringing|mention|mentioning|press|push|pushing|pressing|raise|raising|question*|go|going|probe|probing|dig|digging|talk|talking|touch|start|quiz*|make me (talk|say|tell|go)|poke|poking|pry|prying|open|opening|rake) (me |up )?(\w+ ){0,3}(about|up|on|into|there|my|the|that|it|him|her|for|what|why|questions|door|wound)
        (leave|skip|avoid|park|steer clear of|stay away from|keep off|keep away from|stay off|drop|shelve|put aside|set aside|pass on|stick to|keep to|bypass|omit|leave out|move past|jump over|hold off on|give a miss|put (a )?pin in|table) (\w+ ){0,6}(subject|topic|that part|out of it|for later|for now|until|alone|for another|for today|this time|out|aside|be|where it is|off the table|closed|please|that|part|stuff|chapter|today|this week|next time|for a while|for the moment)
        (subject|topic|that|it|this|he|she|my \w+|part|area|door|chapter|box|the \w+) (is|are|was|stays?|remains?|must stay|has to stay|needs to stay) (\w+ )?(off limits|off the table|closed|private|out of bounds|taboo|a no go|not for (discussion|therapy|today|sharing|talking)|not up for discussion|shut|sacred|my (own )?business|nobodys business|none of (her|his|your) business|between (me|us)|locked|forbidden|staying shut|not open)
        (off limits|off the table|no go (area|zone|topic)|no go|out of bounds|not up for discussion|taboo|a closed (door|book|subject|chapter)|sore subject|touchy subject|too private|very private matter|none of (her|his|their) business|keep (that|it|this) (private|to myself|locked|closed|shut))
        too (raw|painful|soon|early|much|hard|fresh|private|personal|sore|close|upsetting|difficult|sensitive|heavy) (\w+ )?(to|for|right|still|yet|at the moment|now) ?(\w+ )?(talk|say|discuss|speak|tell|go|now|put into|words|share|open|me|moment|revisit|touch|$)
        (need|want|would like|give me|let me have|take|rather have) (\w+ )?(more )?time (before|until|with that|on that|for that|to get ready|first)( i| we| talking| that|$| about| on)
        (things?|stuff|some|parts?|there are|theres|something) (\w+ ){0,6}(wont|dont want to|cant|not ready to|will not|never|not going to|rather not|prefer not to|dont wish to|cannot|refuse to) (\w+ )?(speak|talk|say|tell|discuss|share|go|be (talked|discussed)|bring|touch|mention)
        (would rather|rather|prefer|id rather|i would prefer|better) (we |that we |if we |she |he |you |it |to )?(\w+ )?(not|didnt|dont|wouldnt|skip|leave|avoid|stick to|keep to|talk about something else|wait) (\w+ )?(talk|go|discuss|speak|say|bring|ask|mention|touch|get into|that|it|the|my|with|until|about)
        (not|isnt|wont be|never) (\w+ )?(today|yet|now|ever|this week|this time|next time|there)( please)?( about| on| with)? ?(my |the |that |this |talking )?(dad|mum|mom|father|mother|brother|sister|ex|childhood|accident|divorce|past|marriage|weight|baby|war|abuse|school|sex|family|rape|assault|subject|topic|one|bit)$
        (can|could|may|shall|would|please) (we|she|he|you|i) (\w+ )?(not|please not|just not|skip|leave|avoid|talk about something else|stay away|steer clear|change the subject|go slow* on|wait with|stop talking about|keep off|keep away from|stick to|not go|drop|park|save|hold off) (\w+ ){0,5}(talk|the|my|that|about|it|on|part|to|for|what|him|her|this)?
        (when|until|unless|once) (im|i am|i feel|i) (\w+ )?(ready|prepared|able|stronger|decide|bring it up|choose|say so)( to|$| and| not| i| for)
        (change|changing) the subject (when|if|please|whenever)
        (ill|i will|let me|want to) (\w+ )?(bring|raise|say|tell|talk about|mention) (it|that|this|about it)( up)? (when im ready|myself|in my own time|when i want|if i want|later|one day|some day|another time|when the time)
        (in my own time|at my own pace|on my terms|not on the table|let sleeping dogs|wound* closed|open that (door|box|can)|go down that road|go there)
        """
    ),
)
