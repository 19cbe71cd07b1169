import { Webhook } from 'standardwebhooks'
import { post } from './post.server'
import { eachNew, NotDelivered, type Sink } from './sink'

/** Posts each new note, signed as Standard Webhooks says; the same checkpoint has the same id however often it is sent. */
export function webhookSink({ url, secret }: { url: string; secret: string }): Sink {
  const { origin, pathname } = new URL(url)
  const webhook = new Webhook(secret)
  return {
    // What stands after the path may be a password.
    name: `webhook ${origin}${pathname}`,
    wants: eachNew,
    async deliver({ checkpoint: { size, note }, now }) {
      const id = `checkpoint_${size}`
      const { status } = await post(url, note, {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': webhook.sign(id, now, note),
      })
      if (status < 200 || status > 299) throw new NotDelivered(`it answered ${status}`)
    },
  }
}
