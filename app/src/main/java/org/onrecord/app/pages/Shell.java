package org.onrecord.app.pages;

/**
 * What the frame around a page shows.
 *
 * @param title of the page
 * @param section which part of the site it belongs to
 * @param query what the search box of the frame holds
 * @param refreshing whether a browser without scripts is to load it again in a moment
 * @param wide whether the page needs more room than a column of text
 */
public record Shell(String title, Section section, String query, boolean wide, boolean refreshing) {
    /** A page that stays as it is. */
    public Shell(String title, Section section, String query, boolean wide) {
        this(title, section, query, wide, false);
    }

    /** The parts of the site, as the navigation names them. */
    public enum Section {
        SEARCH("Search", "/"),
        LEDGER("Tolls", "/ledger"),
        SAVED("Saved", "/saved"),
        INGEST("Add articles", "/ingest"),
        HELP("Help", "/help"),
        /** What the navigation does not name: articles, speakers, errors. */
        ELSEWHERE("", "");

        private final String label;
        private final String link;

        Section(String label, String link) {
            this.label = label;
            this.link = link;
        }

        public String label() {
            return label;
        }

        public String link() {
            return link;
        }
    }
}
