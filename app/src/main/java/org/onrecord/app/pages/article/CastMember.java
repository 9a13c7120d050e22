package org.onrecord.app.pages.article;

/**
 * Somebody who speaks in an article.
 *
 * @param number by which the text and the notes name the speaker
 * @param link to all that the speaker said anywhere
 * @param times attributions that the speaker has
 */
public record CastMember(int number, String name, String described, String link, int times) {
    public int tint() {
        return Cast.tint(number);
    }
}
