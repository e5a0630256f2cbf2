"""Wires everything together; the only file of bot/ that imports conversations."""

import asyncio
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import structlog
from sqlmodel import Session

from bot.clock import Clock
from bot.health import Health
from bot.listening import serving
from bot.loops.bells import Bells
from bot.loops.intake import Intake
from bot.loops.pace import Pace
from bot.loops.presence import Presence
from bot.loops.receive import Receive
from bot.loops.running import Loop, LoopState, keep_running
from bot.loops.send import Send
from bot.loops.send_mail import SendMail
from bot.loops.tick import Tick
from bot.loops.webhook import Webhook
from bot.loops.work import Work
from bot.mail_gateway import MailGateway
from bot.mail_settings import mail_server
from bot.recogniser import Recogniser
from bot.records.database import Database, Unavailable
from bot.records.digests import begin_all
from bot.records.encryption import KeyringError
from bot.router import Router
from bot.settings import Settings
from bot.telegram_gateway import POLL_SECONDS, TelegramGateway, TokenRefused
from bot.triage_model import load_model
from conversations import ALL, FALLBACKS, show_all_commands

log = structlog.get_logger()
# The word lists are compiled by the first text that asks for them: better now than by somebody's.
_WARM_UP = "hello, I want to come on Monday, but he hit me and my therapist was rude about it"
DRAIN_SECONDS = 8.0  # with what comes before and after it, a stop takes less than 10 s
_SILENT_AFTER_SECONDS = 60.0
_MAIL_SILENT_AFTER_SECONDS = 180.0  # longer than a mail server may take for one mail

# Whatever can fall due, by the name of its conversation and its own.
TIMERS = [(f"{each.name}:{name}", timer) for each in ALL for name, timer in each.timers.items()]


class App:
    """One practice's program: the four loops around one database and one bot."""

    def __init__(
        self, settings: Settings, *, database: Database, gateway: TelegramGateway, clock: Clock
    ) -> None:
        self._practice = practice = settings.practice()
        self.bells = bells = Bells()
        self.stop = asyncio.Event()
        self._clock = clock
        self._database = database
        self.recogniser = Recogniser()
        self._uses_model = settings.triage_model == "on"
        intake = Intake(bot_id=settings.bot_id, database=database, clock=clock, bells=bells)
        self.presence = presence = Presence(database=database, clock=clock, bells=bells)
        self.receive = Receive(gateway=gateway, intake=intake, clock=clock, presence=presence)
        self.webhook = _webhook(settings, gateway, intake, clock, presence)
        self.work = Work(
            router=Router(ALL, FALLBACKS),
            practice=practice,
            database=database,
            clock=clock,
            bells=bells,
            recogniser=self.recogniser,
        )
        self.tick = Tick(
            timers=TIMERS,
            practice=practice,
            database=database,
            clock=clock,
            bells=bells,
            recogniser=self.recogniser,
        )
        self.send = Send(
            gateway=gateway,
            practice=practice,
            database=database,
            clock=clock,
            bells=bells,
            pace=Pace(settings.messages_per_second, clock.monotonic),
        )
        self.send_mail = _send_mail(settings, database, clock)
        self.loops = [
            self._loop(
                "receive",
                self.webhook.step if self.webhook else self.receive.step,
                bells.receive,
                2 * POLL_SECONDS + 10.0,
            ),
            self._loop("work", self.work.step, bells.work),
            self._loop("tick", self.tick.step, bells.tick),
            self._loop("send", self.send.step, bells.send),
        ]
        if self.send_mail is not None:
            silent_after = _MAIL_SILENT_AFTER_SECONDS
            self.loops.append(self._loop("mail", self.send_mail.step, bells.mail, silent_after))
        self.health = self._health()

    def _health(self) -> Health:
        return Health(
            loops=[loop.state for loop in self.loops],
            database=self._database,
            clock=self._clock,
            sends=lambda: self.send.outcomes,
            mails=lambda: self.send_mail.outcomes if self.send_mail else {},
            trouble=self._trouble,
        )

    def _trouble(self) -> str | None:
        """What is wrong with how updates come."""
        return self.webhook.trouble if self.webhook else self.receive.trouble.lasting

    def _loop(
        self,
        name: str,
        step: object,
        bell: asyncio.Event,
        silent_after: float = _SILENT_AFTER_SECONDS,
    ) -> Loop:
        state = LoopState(name, silent_after, self._clock.monotonic())
        return Loop(state, step, bell, fatal=TokenRefused)  # type: ignore[arg-type]

    async def run(self, http: socket.socket | None, hook: socket.socket | None = None) -> None:
        """Run until SIGTERM or SIGINT, then finish what is in hand. TokenRefused ends it at once.

        `hook` listens already, as the webhook needs it. When the program stops, the webhook stays
        set: what comes later waits at Telegram.
        """
        assert (hook is None) == (self.webhook is None), "a webhook has a socket of its own"
        hook_app = self.webhook.app() if self.webhook else None
        with _stop_on_signals(self.stop):
            await self.show_commands()
            await self.begin_digests()
            loading = asyncio.create_task(self._make_recogniser_ready())
            self.tick.start_bell()
            async with serving(self.health.app(), http), serving(hook_app, hook) as taking_in:
                running = asyncio.create_task(keep_running(self.loops, self._clock.monotonic))
                stopping = asyncio.create_task(self.stop.wait())
                try:
                    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    self.tick.stop_bell()
                    stopping.cancel()
                    loading.cancel()
                    await taking_in.stop()
                    running.cancel()
                    with suppress(asyncio.CancelledError):
                        await running
                    await self.presence.leave()
                    await self._drain()

    async def _make_recogniser_ready(self) -> None:
        """Until the model is there, and where it can't be loaded, the word lists recognise alone."""
        await asyncio.to_thread(self.recogniser.recognise, _WARM_UP)
        if not self._uses_model:
            return
        try:
            self.recogniser.model = await asyncio.to_thread(load_model)
        except Exception as error:  # noqa: BLE001  # the bot goes on without it
            log.error("model not loaded", error=type(error).__name__)
        else:
            log.info("model loaded")

    async def show_commands(self) -> None:
        """Queue what differs from the commands that Telegram shows."""
        await self._at_start("commands", lambda db: show_all_commands(db, self._clock.now()))

    async def begin_digests(self) -> None:
        """Let there be a next digest for every manager: who got none yet gets the next week's."""
        hours = self._practice.hours
        await self._at_start("digests", lambda db: begin_all(db, hours, self._clock.now()))

    async def _at_start(self, what: str, act: Callable[[Session], None]) -> None:
        """If it can't be done, the next start does it."""
        try:
            await self._database.run(act)
        except (Unavailable, KeyringError) as error:
            log.error("not looked at", what=what, error=type(error).__name__)

    async def _drain(self) -> None:
        """Work and send what is there; what doesn't get done in time is still there next time."""
        with suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS):
                await self.work.step()
                await self.send.step()
                await self.send.drain()


def _webhook(
    settings: Settings,
    gateway: TelegramGateway,
    intake: Intake,
    clock: Clock,
    presence: Presence,
) -> Webhook | None:
    if not settings.webhook_url:
        return None
    secret = settings.webhook_secret.get_secret_value()
    return Webhook(
        url=settings.webhook_url,
        secret=secret,
        gateway=gateway,
        intake=intake,
        clock=clock,
        presence=presence,
    )


def _send_mail(settings: Settings, database: Database, clock: Clock) -> SendMail | None:
    server = mail_server(settings.smtp_url)
    if server is None:
        return None
    gateway = MailGateway(server)
    return SendMail(gateway=gateway, practice=settings.practice(), database=database, clock=clock)


@contextmanager
def _stop_on_signals(stop: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    try:
        yield
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
