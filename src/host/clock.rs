//! The clock and the time zone of the person's browser.

use js_sys::{Array, Date, Intl, Object, Reflect};

use crate::domain::moment::{LocalTime, Moment};

/// The name of the time zone, such as `Europe/Berlin`, if the browser tells it.
pub fn time_zone() -> Option<String> {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
}

/// When clocks here show this. A time that is left out when clocks are put forward is the one as long after the change.
pub fn moment(time: LocalTime) -> Option<Moment> {
    let LocalTime {
        year,
        month,
        day,
        hour,
        minute,
        second,
    } = time;
    let date = Date::new_0();
    date.set_full_year_with_month_date(year, (month - 1).cast_signed(), day.cast_signed());
    date.set_hours(hour);
    date.set_minutes(minute);
    date.set_seconds(second);
    let ms = date.get_time();
    // Seconds since 1970 have far fewer digits than are exact.
    ms.is_finite()
        .then(|| Moment::from_epoch((ms / 1_000.0).floor() as i64))
}

/// What a field for a date and a time holds for the time so many minutes ago, to the minute.
pub fn field_value(minutes_ago: u32) -> String {
    let date = Date::new(&(Date::now() - f64::from(minutes_ago) * 60_000.0).into());
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}
