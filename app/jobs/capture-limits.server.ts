/** In the morning, Tokyo, when shops begin their day. */
export const captureReminders = { cron: '0 8 * * *', tz: 'Asia/Tokyo' }

/** A little after the day has changed in Tokyo, when the 58 days of some orders have run out. */
export const captureLimits = { cron: '5 0 * * *', tz: 'Asia/Tokyo' }
