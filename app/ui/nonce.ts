import { createContext, useContext } from 'react'

const Nonce = createContext<string | undefined>(undefined)

/** Hands the page's nonce to its inline scripts; only on the server, browsers hide it from scripts. */
export const NonceProvider = Nonce.Provider

export function useNonce(): string | undefined {
  return useContext(Nonce)
}
