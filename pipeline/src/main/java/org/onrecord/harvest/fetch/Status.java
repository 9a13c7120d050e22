package org.onrecord.harvest.fetch;

/** HTTP status codes in words. */
final class Status {
    private Status() {}

    static String words(int code) {
        return "status " + code
                + switch (code) {
                    case 400 -> " (bad request)";
                    case 401, 407 -> " (a password is needed)";
                    case 402 -> " (payment is needed)";
                    case 403 -> " (forbidden)";
                    case 404, 410 -> " (there is no such page)";
                    case 406 -> " (not in a form we read)";
                    case 429 -> " (too many requests)";
                    case 451 -> " (not allowed by law)";
                    case 500, 502, 503, 504 -> " (the server is in trouble: try again later)";
                    default -> "";
                };
    }
}
