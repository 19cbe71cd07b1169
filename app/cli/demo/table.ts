import type { OrderOrigin, PaymentMethod } from '~/platform/prisma/enums'
import type { DemoShop } from './people'
import type { Story } from './stories'

/** What only some demo orders have. */
type More = {
  /** Destinations; 1 unless told. */
  deliveries?: number
  method?: PaymentMethod
  origin?: OrderOrigin
  fee?: number
  /** The whole number, where it is none of the platform's usual ones. */
  number?: string
  /** As it came, where that was not normalised. */
  asReceived?: string
  kuronekoNumber?: string | null
  carrier?: 'ヤマト運輸' | '佐川急便' | '日本郵便'
}

/** Shop, days ago, Tokyo time, what follows `P` + yymmdd (a letter first goes before the date), story, yen. */
export type DemoRow = [DemoShop, number, string, string, Story, number, More?]

/** The demo's orders. Days count back from the day of loading, so that the demo never grows old. */
export const demoRows: DemoRow[] = [
  // Waiting to be shipped or captured.
  ['hananoya', 0, '08:12', '081204417733', 'waiting', 3240],
  ['hananoya', 0, '07:48', '074819905521', 'incomplete', 12800],
  ['hananoya', 1, '19:26', '192633019440', 'waiting', 8640],
  ['hananoya', 1, '12:03', '120318827106', 'incomplete', 4860],
  ['hananoya', 2, '09:55', '095502277651', 'shipped', 5480],
  ['hananoya', 3, '21:14', '211440083392', 'preparing', 15400],
  ['hananoya', 4, '13:37', '133756612048', 'instructed', 6160, { deliveries: 2 }],
  ['hananoya', 6, '10:20', '102041198830', 'waiting', 118000, { deliveries: 4 }],
  ['hananoya', 9, '16:45', '164503370915', 'partlyShipped', 21600, { deliveries: 3 }],
  ['linne', 0, '09:05', '090511286644', 'waiting', 14300],
  ['linne', 1, '22:41', '224107719352', 'waiting', 2860],
  ['linne', 2, '14:18', '141859930277', 'shipped', 9900],
  ['linne', 3, '11:52', '115226604181', 'captureRefused', 27500],
  ['linne', 5, '18:30', '183044150926', 'preparing', 33000, { deliveries: 2 }],
  // Captured; from here the platform lets nobody cancel.
  ['hananoya', 20, '11:20', '000311888020', 'cancelRefused', 6480],
  ['hananoya', 12, '10:44', '104433900718', 'captured', 4320],
  ['hananoya', 14, '20:09', '200915523360', 'captured', 800],
  ['hananoya', 16, '09:33', '093347702845', 'captured', 10800, { deliveries: 2, carrier: '佐川急便' }],
  ['hananoya', 18, '15:11', '151120098213', 'capturedUnshipped', 24200],
  ['hananoya', 22, '12:57', '125760334917', 'captured', 132000, { deliveries: 3 }],
  ['hananoya', 25, '17:02', '170238845190', 'returned', 7560],
  ['hananoya', 27, '08:40', '084019927736', 'cancelRefusedTwice', 38500],
  ['hananoya', 31, '19:58', '195826611403', 'captureFailedThenCaptured', 5940],
  ['hananoya', 36, '13:24', '132471150882', 'captured', 286000, { carrier: '日本郵便' }],
  ['hananoya', 41, '10:10', '101093344627', 'capturedThenPreparing', 9180],
  ['linne', 11, '16:06', '160622918850', 'captured', 7700],
  ['linne', 13, '12:34', '123488019427', 'captured', 46200, { deliveries: 2 }],
  ['linne', 15, '09:17', '091733602914', 'cancelRefused', 158400],
  ['linne', 19, '21:50', '215044170036', 'captured', 3300],
  ['linne', 23, '14:29', '142905583371', 'returned', 19800],
  ['linne', 29, '11:08', '110847726609', 'captured', 380000],
  ['linne', 34, '18:55', '185519903264', 'captureFailedThenCaptured', 12100],
  // Cancelled, some of them paid in another way since.
  ['hananoya', 5, '11:41', '114128830597', 'cancelled', 3780],
  ['hananoya', 10, '14:03', '140377719204', 'paidByTransfer', 16200],
  ['hananoya', 17, '22:16', '221650048831', 'cancelled', 108000],
  ['hananoya', 24, '10:59', '105933261170', 'paidOnDelivery', 5400],
  ['linne', 7, '13:45', '134502299618', 'cancelled', 8800, { deliveries: 2 }],
  ['linne', 21, '19:12', '191266630457', 'paidOptionally', 22000],
  ['linne', 33, '08:27', '082718840093', 'incompleteCancelled', 5500],
  // The 58 days are nearly over.
  ['hananoya', 50, '15:36', '153611902748', 'shipped', 13500],
  ['hananoya', 54, '09:49', '094985520316', 'waiting', 21000],
  ['hananoya', 57, '20:31', '203144779025', 'shipped', 64800, { deliveries: 2 }],
  ['hananoya', 58, '23:52', '235217730648', 'waiting', 4980],
  ['linne', 52, '10:38', '103820066913', 'waiting', 17600],
  ['linne', 55, '17:25', '172593318804', 'captureRefused', 104500],
  ['linne', 58, '00:07', '000739941562', 'shipped', 11000],
  // And over.
  ['hananoya', 68, '12:22', '122260048179', 'expired', 8100],
  ['hananoya', 71, '16:51', '165133820940', 'shippedExpired', 29700],
  ['hananoya', 75, '11:15', '111502274486', 'expired', 145000, { deliveries: 2 }],
  ['linne', 69, '13:09', '130947752038', 'shippedExpired', 15950],
  ['linne', 70, '18:04', '180421196677', 'expiredCancelled', 6600],
  // Something failed.
  ['hananoya', 8, '10:02', '100255319068', 'captureFailed', 9720],
  ['hananoya', 26, '21:33', '213307740921', 'cancelFailed', 52800],
  ['linne', 9, '15:20', '152033398447', 'captureFailed', 24750],
  ['linne', 28, '12:48', '124866102935', 'cancelFailed', 7150],
  ['linne', 4, '20:57', '205799028813', 'incomplete', 39600],
  // Other Kuroneko methods.
  ['hananoya', 13, '09:24', '092411673805', 'captured', 3560, { method: 'kuroneko_convenience', fee: 330 }],
  ['linne', 16, '14:41', '144150027793', 'captured', 18700, { method: 'kuroneko_card_payment' }],
  ['linne', 18, '17:19', '171937740256', 'shipped', 6930, { method: 'kuroneko_deferred', fee: 220 }],
  // One number in both shops, and numbers of every other kind.
  ['hananoya', 11, '10:30', '103000777310', 'captured', 5830],
  ['linne', 11, '10:30', '103000777310', 'shipped', 12650],
  ['hananoya', 15, '18:47', 'A18472200931', 'captured', 7020],
  ['linne', 6, '12:16', 'B12163388042', 'waiting', 9350],
  ['hananoya', 19, '13:02', '130218894471', 'cancelled', 11880],
  ['hananoya', 19, '13:40', '130218894471-1', 'captured', 11880],
  ['linne', 25, '10:51', '105144023986', 'captured', 16500, { kuronekoNumber: 'P105144023986-1' }],
  [
    'hananoya',
    30,
    '16:28',
    '',
    'captured',
    20520,
    { number: 'MS0098A2231K7740D5518Z0042', kuronekoNumber: '0098223177405518' },
  ],
  [
    'linne',
    45,
    '11:33',
    '',
    'shipped',
    30800,
    { number: 'LN7718C0093B4425E6601F9987', asReceived: 'ln7718c0093b4425e6601f9987', kuronekoNumber: null },
  ],
  // Imported from malls; Kuroneko never heard of them.
  [
    'hananoya',
    8,
    '19:40',
    '',
    'captured',
    8980,
    { number: '290341-0341812345', origin: 'imported', method: 'other', kuronekoNumber: null },
  ],
  [
    'linne',
    12,
    '08:15',
    '',
    'shipped',
    14850,
    { number: '503-7712345-0098761', origin: 'imported', kuronekoNumber: null },
  ],
]
