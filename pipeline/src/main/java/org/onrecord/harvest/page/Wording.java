package org.onrecord.harvest.page;

/** How often kinds of characters occur in a text. */
record Wording(int letters, int capitals, int digits, int commas, int stops, int marks, int lines) {
    static Wording of(String text) {
        int letters = 0;
        int capitals = 0;
        int digits = 0;
        int commas = 0;
        int stops = 0;
        int marks = 0;
        int lines = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                continue;
            }
            if (Character.isLetter(c)) {
                letters++;
                capitals += Character.isUpperCase(c) ? 1 : 0;
            } else if (Character.isDigit(c)) {
                digits++;
            } else {
                commas += ",、，".indexOf(c) >= 0 ? 1 : 0;
                stops += ".!?。！？".indexOf(c) >= 0 ? 1 : 0;
                marks += "\"“”„»«「".indexOf(c) >= 0 ? 1 : 0;
                lines += c == '\n' ? 1 : 0;
            }
        }
        return new Wording(letters, capitals, digits, commas, stops, marks, lines);
    }
}
