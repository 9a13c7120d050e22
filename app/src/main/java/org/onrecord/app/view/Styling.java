package org.onrecord.app.view;

/** Puts words in a style such as {@code bold} or {@code fg(cyan)}, or leaves them as they are. */
@FunctionalInterface
public interface Styling {
    String apply(String style, String words);
}
