// The clock of the practice: real time plus the offset to which it has been pushed.

export class Clock {
  constructor() {
    this.offset = 0;
    this.zone = "UTC";
  }

  go({ zone, offset }) {
    this.zone = zone ?? this.zone;
    this.offset = offset ?? this.offset;
    const make = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: this.zone, ...options });
    this.times = make({ hour: "2-digit", minute: "2-digit" });
    this.days = make({ weekday: "long", day: "numeric", month: "long" });
    this.moments = make({ weekday: "short", hour: "2-digit", minute: "2-digit" });
  }

  now() { return new Date(Date.now() + this.offset * 1000); }
  time(unix) { return this.times.format(unix * 1000); }
  day(unix) { return this.days.format(unix * 1000); }
  moment(iso) { return iso ? this.moments.format(new Date(iso)) : ""; }
  words() { return `${this.days.format(this.now())}, ${this.times.format(this.now())}`; }
  place() { return this.zone.split("/").at(-1).replaceAll("_", " "); }
}
