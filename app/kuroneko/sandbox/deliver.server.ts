import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import iconv from 'iconv-lite'
import type { Fault } from './faults'

const hugeChunk = Buffer.alloc(64 * 1024, '<slipNo>471002345671</slipNo>')
const hugeChunks = 512

/** Sends the document, going wrong on the way as the fault says. Returns when sent, or when the caller is gone. */
export async function deliver(response: ServerResponse, xml: string, fault: Fault | null): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  switch (fault?.kind) {
    case 'late':
      return late(response, xml, fault.delayMs, gone.signal)
    case 'drip':
      return drip(response, xml, fault.delayMs, gone.signal)
    case 'malformed':
      return send(response, xml.slice(0, Math.floor(xml.length * 0.7)))
    case 'truncated':
      return cutOff(response, xml)
    case 'wrong_encoding':
      return send(response, iconv.encode(inShiftJis(xml), 'shift_jis'))
    case 'xml_bomb':
      return send(response, bomb(xml))
    case 'huge':
      return huge(response, xml)
    case 'empty':
      return send(response, '')
    case 'http_500':
      return send(response, '<html><body>Internal Server Error</body></html>', 500)
    case 'redirect':
      response.setHeader('location', '/elsewhere')
      return send(response, '', 302)
    case 'reset':
      response.destroy()
      return
    case 'silent':
    case 'silent_after':
      return untilGone(gone.signal)
    default:
      return send(response, xml)
  }
}

function send(response: ServerResponse, body: string | Buffer, status = 200): void {
  response.statusCode = status
  response.setHeader('content-type', 'text/xml; charset=UTF-8')
  response.end(body)
}

async function late(response: ServerResponse, xml: string, delay: number, signal: AbortSignal) {
  await pause(delay, undefined, { signal }).catch(() => {})
  if (!signal.aborted) send(response, xml)
}

async function drip(response: ServerResponse, xml: string, delay: number, signal: AbortSignal) {
  response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8' })
  for (const letter of xml) {
    if (signal.aborted) return
    response.write(letter)
    await pause(delay, undefined, { signal }).catch(() => {})
  }
  response.end()
}

function cutOff(response: ServerResponse, xml: string): void {
  response.writeHead(200, { 'content-type': 'text/xml', 'content-length': Buffer.byteLength(xml) })
  response.write(xml.slice(0, Math.floor(xml.length / 2)), () => response.destroy())
}

function huge(response: ServerResponse, xml: string): void {
  response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8' })
  response.write(xml.slice(0, xml.indexOf('</return>')))
  let left = hugeChunks
  const more = () => {
    while (left > 0) {
      left -= 1
      if (!response.write(hugeChunk)) return void response.once('drain', more)
    }
    response.end('</return>')
  }
  more()
}

async function untilGone(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
}

/** Ten entities of ten of the one before: ten thousand million letters once expanded. */
function bomb(xml: string): string {
  const levels = Array.from({ length: 10 }, (_, level) => {
    const content = level === 0 ? 'x' : `&e${level - 1};`.repeat(10)
    return `<!ENTITY e${level} "${content}">`
  })
  return xml
    .replace(
      '<return>',
      `<!DOCTYPE return [${levels.join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]><return>`,
    )
    .replace('</return>', '<warningInfo>&e9;&file;</warningInfo></return>')
}

function inShiftJis(xml: string): string {
  return xml
    .replace('UTF-8', 'Shift_JIS')
    .replace('</return>', '<warningInfo>警報情報</warningInfo></return>')
}
