package org.onrecord.app.pages;

import java.util.Locale;

/** Why there is no page, and what to do. */
public record ErrorPage(int status, String title, String detail) {
    /** By the status of HTTP; the detail is a sentence. */
    public static ErrorPage of(int status, String detail) {
        String words = detail.strip();
        String sentence = words.isEmpty()
                ? ""
                : words.substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.substring(1)
                        + (words.endsWith(".") ? "" : ".");
        return new ErrorPage(status, title(status), sentence);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "This cannot be read";
            case 401, 403 -> "This needs the token of the server";
            case 404 -> "There is no such page";
            case 405 -> "This is not done here";
            case 410 -> "This is gone";
            case 413 -> "This is too large";
            case 429 -> "Too many requests";
            case 503 -> "The server is busy";
            default -> status < 500 ? "This cannot be done" : "Something broke";
        };
    }
}
