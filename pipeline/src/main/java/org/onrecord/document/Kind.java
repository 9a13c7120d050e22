package org.onrecord.document;

/** A kind of annotation: the typed key of a layer. */
public record Kind<A extends Annotation>(String name, Class<A> type) {
    public static final Kind<Sentence> SENTENCE = new Kind<>("sentence", Sentence.class);
    public static final Kind<Token> TOKEN = new Kind<>("token", Token.class);
    public static final Kind<Dependency> DEPENDENCY = new Kind<>("dependency", Dependency.class);
    public static final Kind<Mention> MENTION = new Kind<>("mention", Mention.class);
    public static final Kind<Entity> ENTITY = new Kind<>("entity", Entity.class);
    public static final Kind<Quote> QUOTE = new Kind<>("quote", Quote.class);
    public static final Kind<Attribution> ATTRIBUTION = new Kind<>("attribution", Attribution.class);
    public static final Kind<CasualtyFigure> CASUALTY = new Kind<>("casualty", CasualtyFigure.class);
    public static final Kind<Claim> CLAIM = new Kind<>("claim", Claim.class);

    @Override
    public String toString() {
        return name;
    }
}
