package org.onrecord.eval.baseline;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.document.Article;
import org.onrecord.document.CasualtyFigure.Outcome;
import org.onrecord.document.Document;
import org.onrecord.document.Quantity;
import org.onrecord.document.Span;
import org.onrecord.eval.Annotator;

/**
 * Regular expressions: a quote is what stands between double marks, its cue the nearest word of speech and its speaker the
 * nearest capitalised name of the paragraph; a figure is a number with a word of harm in the same clause.
 */
public final class NearestName implements Annotator {
    private static final Pattern QUOTE = Pattern.compile("[“\"]([^“”\"\\n]{8,})(?:[”\"]|$)", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile(
            "\\b\\p{Lu}\\p{Ll}+(?: (?:\\p{Lu}\\.|\\p{Lu}[\\p{L}'’-]+))+\\b|(?<=[a-z,”\"] )\\p{Lu}\\p{Ll}+\\b");
    private static final Pattern CUE =
            Pattern.compile("\\b(?:said|says|told|added|according to|stated|claimed|insisted|asked|replied)\\b");
    private static final String NUMBER =
            "(?:(\\d{1,3}(?:,\\d{3})+|\\d+)|(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))";
    private static final String NUMBERS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
    private static final Pattern BEFORE = Pattern.compile(
            "\\b" + NUMBER + "\\b[^.,;\\n]{0,40}?\\b(killed|dead|died|deaths|injured|wounded|hurt|missing)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER = Pattern.compile(
            "\\b(killed|killing|injured|injuring|wounded|wounding)\\b (?:at least |about |some |more than )?" + NUMBER
                    + "\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "baseline";
    }

    @Override
    public Document annotate(Article article) {
        Findings findings = new Findings(name());
        String text = article.text();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            paragraph(text.substring(start, end), start, findings);
            start = end + 1;
        }
        return findings.document(article);
    }

    private static void paragraph(String words, int offset, Findings findings) {
        Matcher quote = QUOTE.matcher(words);
        while (quote.find()) {
            String outside = QUOTE.matcher(words)
                    .replaceAll(match -> " ".repeat(match.group().length()));
            Optional<MatchResult> name = nearest(NAME, outside, quote.toMatchResult());
            findings.quote(
                    new Span(offset + quote.start(1), offset + quote.end(1)),
                    name.map(match -> span(match, offset)),
                    nearest(CUE, outside, quote.toMatchResult()).map(match -> span(match, offset)),
                    name.map(MatchResult::group));
        }
        BEFORE.matcher(words).results().forEach(match -> figure(match, match.group(3), 1, offset, findings));
        AFTER.matcher(words).results().forEach(match -> figure(match, match.group(1), 2, offset, findings));
    }

    private static Optional<MatchResult> nearest(Pattern pattern, String words, MatchResult quote) {
        return pattern.matcher(words)
                .results()
                .min(java.util.Comparator.comparingInt(match ->
                        match.start() >= quote.end() ? match.start() - quote.end() : quote.start() - match.end()));
    }

    private static void figure(MatchResult match, String harm, int number, int offset, Findings findings) {
        String digits = match.group(number);
        String word = match.group(number + 1);
        long count = digits != null
                ? count(digits)
                : java.util.List.of(NUMBERS.split("\\|", -1)).indexOf(word.toLowerCase(Locale.ROOT)) + 1;
        int start = match.start(digits != null ? number : number + 1);
        int end = match.end(digits != null ? number : number + 1);
        findings.figure(new Span(offset + start, offset + end), outcome(harm), new Quantity.Exactly(count));
    }

    private static long count(String digits) {
        String plain = digits.replace(",", "");
        return plain.length() > 9 ? 0 : Long.parseLong(plain);
    }

    private static Outcome outcome(String harm) {
        return switch (harm.toLowerCase(Locale.ROOT).charAt(0)) {
            case 'k', 'd' -> Outcome.KILLED;
            case 'm' -> Outcome.MISSING;
            default -> Outcome.INJURED;
        };
    }

    private static Span span(MatchResult match, int offset) {
        return new Span(offset + match.start(), offset + match.end());
    }
}
