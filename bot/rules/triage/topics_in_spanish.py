"""Spanish topics: the psychologist, everybody else, and what a message is about."""

from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.signs import People, Signs
from bot.rules.triage.words_in_spanish import KIN

_THERAPIST = slot(
    r"p?sicólog(o|a)s?|terapeutas?|p?sicoterapeutas?|psiquiatra|consejer(o|a)|doctor(a)?|dra?( \w+)?"
)

PEOPLE = People(
    psychologist=ways(r"""
        {THERAPIST}
        """, THERAPIST=_THERAPIST),
    somebody_else=ways(r"""
        {KIN}
        {THERAPIST} (anterior|anteriores|antigu[oa]|de antes)
        """, KIN=KIN, THERAPIST=_THERAPIST),
    therapy=ways(r"""
        (terapia|terapias|sesión|sesiones|cita|citas|consulta|consultas|tratamiento)
        """),
    denies=ways(r"""
        (no|nunca|jamás|sin|ni)( \w+)?
        """),
)  # fmt: skip

CONDUCT = Signs(
    certain=ways(r"""
        (rompió|violó|viola|faltó a|incumplió|rompieron) (la |mi )?(confidencialidad|privacidad|secreto profesional)
        (llamó|contó|dijo|escribió|habló|contactó) ~1 (a|con) (mi|mis) {KIN} ~3 (sin|lo que)
        (cobr*|factur*) ~5 (sesión|cita|consulta) ~4 (no|nunca) (hubo|tuve|ocurrió|se hizo|tuvimos|existió|asistí)
        (comentario|comentarios|insinuación|insinuaciones|propuesta|acoso) (sexual|sexuales)
        {THERAPIST} ~2 (me )?(tocó|besó|abrazó|acarició|gritó|insultó|coqueteó|amenazó|mintió)
        """, KIN=KIN, THERAPIST=_THERAPIST),
    unless_somebody_else=ways(r"""
        me (tocó|besó|abrazó|acarició|manoseó|gritó|insultó|coqueteó|toca|acaricia|coquetea|grita|amenazó|agarró|invitó a (cenar|salir|su casa|tomar)|escribe de noche|escribe por la noche)
        (mano|manos) en (mi|la) (pierna|rodilla|hombro|muslo|espalda)
        (comentario|comentarios|chiste|chistes|broma|bromas|burla|burlas|burló|burla|se rió|se ríe) ~3 (sobre|de|acerca de) mi (cuerpo|peso|religión|acento|país|físico|pecho|color|raza|fe|inglés|aspecto)
        (enamorad[oa] de mí|se enamoró de mí|le gusto)
        (racista|sexista|homófob[oa]|machista|xenófob[oa]|transfób[oa])s?
        sin (mi|pedirme) (permiso|consentimiento|autorización)
        me (pidió|pide) (\w+ )?(dinero|un préstamo|prestado|plata|un favor personal)
        (vernos|verme|quedar|reunirnos|sesión|continuar) ~3 (fuera de (la consulta|terapia|las sesiones)|en su (casa|piso|apartamento))
        (borrach[oa]|olía a alcohol|bebid[oa])
        (inapropiad[oa]|poco profesional|abusiv[oa]|se pasó de la raya)
        me (llamó|trató de) (mentiros[oa]|loc[oa]|estúpid[oa]|vag[oa]|exagerad[oa]|tont[oa])
        (levantó|alzó) la voz
        """),
)  # fmt: skip
CHANGE_REQUEST = Signs(
    certain=ways(r"""
        (otr[oa]|un[oa] nuev[oa]|divers[oa]|diferente|distint[oa]) {THERAPIST}
        {THERAPIST} (diferente|distint[oa]|mujer|hombre|nuev[oa]|que hable)
        cambi(ar|arme|o|é|aría) (de |a mi |mi )(p?sicólog[oa]|terapeuta|doctora?)
        (dejar|terminar|abandonar|acabar|parar|finalizar|suspender|dejo|dejaré) (con )?(la |mi |las |el )?(terapia|sesiones|tratamiento|consultas|servicio)
        no (quiero|deseo|voy a|pienso) (seguir|continuar|volver|regresar|ir más|verl[oa]|verle)( con (ell?a?|él|mi|la|el|las sesiones)| a (terapia|consulta|las sesiones)| más|$| en terapia| viéndol[oa])
        (hablar|ver|atender|atienda|trabajar|estar) (con|a|por) (otra persona|alguien más|otra)
        segunda opinión
        (asign|deriv)\w+ (a )?(otr[oa]|una mujer|alguien)
        """, THERAPIST=_THERAPIST),
    unless_somebody_else=ways(r"""
        (alguien|persona) (más|distint[oa]|diferente)
        no (encaj*|congeni*|conect*|hay química|es (para mí|la persona adecuada))
        """),
)  # fmt: skip
RELATIONSHIP_CONCERN = Signs(
    certain=ways(r"""
        {THERAPIST} ~2 no (me )?(entiende|escucha|comprende|cree|ayuda|toma en serio|respeta|presta atención|hace caso|recuerda)
        (mi|la|el) {THERAPIST} ~3 (juzga|ignora|interrumpe|fría?|distante|distraíd[oa]|aburrid[oa]|grosera?)
        (terapia|sesiones|esto) ~2 no (me )?(está |están )?(ayuda|ayudan|ayudando|sirve|sirven|sirviendo|funciona|funcionan|funcionando|lleva)
        (pérdida de tiempo|no avanz*|no veo (progreso|avances|resultados|mejoría)|damos vueltas|dando vueltas|no llegamos a nada|nada ha cambiado|nada cambia)
        no (confío|me fío|tengo confianza) ~1 (en|de|con) (mi|la|el) {THERAPIST}
        no me (gusta|cae bien|siento (bien|cómod[oa])) ~2 {THERAPIST}
        (miedo|temor|nervi*|angustia) ~3 (ir a|antes de|cada) (terapia|la sesión|las sesiones|sesión|la cita|consulta)
        """, THERAPIST=_THERAPIST),
    unless_somebody_else=ways(r"""
        no me (siento|sentí|he sentido) (\w+ )?(escuchad[oa]|entendid[oa]|comprendid[oa]|respetad[oa]|cómod[oa]|segur[oa] con|valorad[oa]|apoyad[oa])
        (me siento|me sentí|me hizo sentir|me hace sentir|salgo|salí|he sentido|sintiéndome) (\w+ ){0,2}?(juzgad[oa]|ignorad[oa]|incomprendid[oa]|pequeñ[oa]|tont[oa]|estúpid[oa]|rechazad[oa]|presionad[oa]|incómod[oa]|criticad[oa]|menospreciad[oa]|humillad[oa])
        (ella|él|usted) no (me )?(entiende|escucha|comprende|cree|toma en serio|hace caso|presta atención|oye|recuerda)
        no me (entiende|escucha|comprende|toma en serio|presta atención|cree|oye)
        me (interrumpe|juzga|ignora|presiona|critica|sermonea|regaña|corta cuando)
        (mira|miraba|mirando|revisa|pendiente) (todo el tiempo |siempre |mucho |constantemente )?(el|su|del|de su|la) (reloj|móvil|celular|teléfono|hora|pantalla)
        no puedo (ser (sincer[oa]|honest[oa])|abrirme|confiar|hablar con (ella|él)|decirle)
        (cuesta|difícil) ~2 (ser (sincer[oa]|honest[oa])|abrirme|confiar|hablar con (ella|él)|decirle)
        no confío en (ella|él|usted)
        (miedo|vergüenza) ~3 (decirle|contarle|su reacción|cómo reaccione|lo que piense)
        (dije|digo|le digo) que (todo|estoy) (está |estaba |va )?bien ~2 (pero|no es verdad|aunque|mentira)
        (solo|siempre|sólo) habla de (sí|ella|él|su)
        (queremos|quiere|quería) (cosas (distintas|diferentes)|otra cosa)
        """),
    about_therapy=ways(r"""
        no (me )?(ayuda|sirve|funciona)
        (peor|mal|triste|enfadad[oa]|enojad[oa]|decepcionad[oa]|frustrad[oa]|vací[oa]) ~3 (después|al salir|que antes|cuando salgo|con)
        """),
)  # fmt: skip
LOGISTICS = Signs(
    certain=ways(r"""
        (cambiar|mover|cancelar|anular|aplazar|reprogramar|posponer|adelantar|confirmar|pedir|reservar|agendar|perder|perdí|olvidé) ~4 (cita|sesión|hora|consulta|turno|día)
        (cita|sesión|consulta|turno) ~4 (lunes|martes|miércoles|jueves|viernes|mañana|hoy|semana|cancel*|cambi*|online|videollamada|a las)
        (a qué hora|cuándo|qué día|dónde) ~4 (cita|sesión|consulta|próxima|es|abren|queda|está)
        (llego|llegaré|voy a llegar|llegar) ~3 (tarde|minutos)
        no (puedo|podré|voy a poder|llego a) (ir|asistir|acudir|venir|llegar|estar) ~2 (hoy|mañana|el|a la|esta|$)
        (factura|recibo|pago|pagar|pagué|cuánto cuesta|cuánto vale|cuánto es|precio|precios|tarifa|seguro|transferencia|reembolso|bizum|cobro|justificante|comprobante|certificado)
        (dirección|aparcamiento|aparcar|estacionamiento|estacionar|parking|horario|horarios|teléfono de)
        (enlace|link|zoom|videollamada|online|en línea) ~4 (no funciona|sesión|cita|enviar|mandar|mándame|envíame|de nuevo|otra vez|por favor|$)
        (mándame|mándeme|envíame|envíeme|me manda|me envía|me pueden enviar) ~3 (enlace|link|factura|recibo|dirección)
        (lunes|martes|miércoles|jueves|viernes|sábado|mañana|por la tarde|por la mañana) ~3 (me viene|va bien|puedo|mejor|libre|disponible|está bien|sería|en vez|a las)
        (fiebre|enferm[oa]|gripe) ~4 (cancelar|ir|hoy|mañana|cita)
        (hay|tienen|tiene|tenéis) ~2 (hueco|hora|citas?|disponibilidad|disponible|libre)
        (próxima|siguiente) (cita|sesión|consulta)
        """),
)  # fmt: skip
HOMEWORK = Signs(
    counts_denied=True,
    certain=ways(r"""
        (tarea|tareas|deberes|ejercicio|ejercicios|hoja|ficha|diario|registro|autorregistro) ~5 (hice|hecho|hacer|terminé|completé|olvidé|olvidado|pude|entiendo|entendí|difícil|respiración|pensamientos|emociones|ánimo|casa|relajación|gratitud|llené|rellené|costó|semana|mitad)
        (hice|hecho|hacer|terminé|completé|olvidé|olvidado|pude|entiendo|entendí|practiqué|probé|llené|rellené|atascad[oa]|intenté) ~5 (tarea|tareas|deberes|ejercicio|ejercicios|hoja|ficha|diario|registro|respiración|relajación)
        (la tarea|los deberes|los ejercicios|el ejercicio|diario de|hoja de)
        """),
)  # fmt: skip
TOPIC_BOUNDARY = Signs(
    counts_denied=True,
    certain=ways(r"""
        no (quiero|quisiera|puedo|deseo|me apetece|me gusta|voy a|prefiero|estoy list[oa]|estoy preparad[oa]|me siento list[oa]|me siento preparad[oa]) ~3 (hablar|contar|tocar|tratar|entrar|mencionar|discutir) ~1 (de|del|sobre|ese|eso|el|la|lo|en)
        prefiero no (hablar|contar|tocar|entrar|mencionar)
        no (me )?(pregunten|pregunte|preguntes|preguntéis|mencione|menciones|saque|saques) ~2 (por|sobre|acerca|de|el tema|ese)
        (dejar|dejemos|evitar|evitemos|saltar|saltemos|aparcar) ~2 (tema|temas|asunto|para (después|más adelante|otro)|mi \w+ para)
        (todavía|aún) no (estoy|me siento) (list[oa]|preparad[oa])
        (demasiado|muy) (doloroso|pronto|difícil|duro) ~1 (para|hablar)
        tema (tabú|prohibido)
        """),
)  # fmt: skip
POSITIVE = Signs(
    certain=ways(r"""
        (gracias|agradecid[oa]|agradezco|mil gracias|muchas gracias)
        (me siento|estoy|voy|me encuentro|duermo|va|me va) (\w+ ){0,2}?(mejor|bien|genial|tranquil[oa]|content[oa]|feliz|comprendid[oa]|escuchad[oa])
        (me )?(ha ayudado|ayudó|ayuda|sirvió|ha servido|está ayudando) (mucho|muchísimo|bastante|un montón)
        (orgullos[oa] de)
        (buena|gran|excelente|maravillosa|increíble|genial) (sesión|semana|psicóloga|terapeuta)
        {THERAPIST} ~2 (es|fue) (\w+ )?(excelente|maravillos[oa]|genial|muy buen[oa]|encantador*|increíble|estupend[oa]|la mejor|el mejor)
        (he |hemos )?(avanzado|progresado|mejorado) (mucho|bastante)
        (por fin )?(logré|conseguí|pude) (salir|ir|hablar|dormir|decir)
        """, THERAPIST=_THERAPIST),
)  # fmt: skip
