package org.onrecord.harvest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses with the same first bits, as in {@code 10.0.0.0/8}.
 *
 * @param bits how many of the first bits count
 * @param what an address in it is, with its article, as in "a private address"
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never written to
record Block(byte[] prefix, int bits, String what) {
    /** @param notation an address and a number of bits; the address is never looked up */
    static Block of(String notation, String what) {
        String[] parts = notation.split("/", 2);
        try {
            return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]), what);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + notation, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int mask = 0xff << (8 - bits % 8) & 0xff;
        return bits % 8 == 0 || (address[whole] & mask) == (prefix[whole] & mask);
    }
}
