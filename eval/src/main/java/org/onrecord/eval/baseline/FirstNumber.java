package org.onrecord.eval.baseline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Document;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.eval.Annotator;

/** The first number of the first line that has a word of death, and of the first that has a word of injury. */
public final class FirstNumber implements Annotator {
    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?:\\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern KILLED = Pattern.compile("(?i)\\b(?:kill|dead|died|death|slain)");
    private static final Pattern INJURED = Pattern.compile("(?i)\\b(?:injur|wound|hurt)");

    @Override
    public String name() {
        return "first-number";
    }

    @Override
    public Document annotate(Article article) {
        Findings findings = new Findings(name());
        first(article.text(), KILLED, Outcome.KILLED, findings);
        first(article.text(), INJURED, Outcome.INJURED, findings);
        return findings.document(article);
    }

    private static void first(String text, Pattern harm, Outcome outcome, Findings findings) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            String line = text.substring(start, end);
            Matcher number = NUMBER.matcher(line);
            if (harm.matcher(line).find() && number.find()) {
                String word = number.group().toLowerCase(Locale.ROOT);
                long count = WORDS.contains(word) ? WORDS.indexOf(word) : Long.parseLong(word);
                findings.figure(
                        new Span(start + number.start(), start + number.end()), outcome, new Quantity.Exactly(count));
                return;
            }
            start = end + 1;
        }
    }
}
