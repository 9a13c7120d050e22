package org.onrecord.harvest.page;

import java.util.List;
import java.util.Optional;
import org.onrecord.document.PublicationTime;

/**
 * A page on which a story is told in posts, as it happens.
 *
 * @param posts in page order, none without text
 * @param summary what stands before the posts and is in none of them
 */
public record LiveBlog(List<Post> posts, List<PageContents.Paragraph> summary) {
    /** A page with fewer is an article like any other. */
    static final int FEWEST_POSTS = 2;

    public LiveBlog {
        posts = List.copyOf(posts);
        summary = List.copyOf(summary);
        if (posts.size() < FEWEST_POSTS) {
            throw new IllegalArgumentException("a live blog of " + posts.size() + " posts");
        }
    }

    /**
     * One post.
     *
     * @param address as the page states it, relative or not, most often with a fragment; empty where it states none that
     *     would still be the post's when others are added
     * @param title its own
     * @param authors who are named in the post itself
     * @param paragraphs without the title; empty where that is all
     */
    public record Post(
            Optional<String> address,
            Optional<String> title,
            List<String> authors,
            Optional<PublicationTime> published,
            Optional<PublicationTime> modified,
            List<PageContents.Paragraph> paragraphs) {
        private static final int FEWEST_TITLE_WORDS = 4;

        public Post {
            authors = List.copyOf(authors);
            paragraphs = List.copyOf(paragraphs);
        }

        /** Whether there is anything to read in it: a paragraph, or a title that says something. */
        boolean isRead() {
            return !paragraphs.isEmpty()
                    || title.filter(words -> Block.words(words).size() >= FEWEST_TITLE_WORDS)
                            .isPresent();
        }

        Post withoutAddress() {
            return new Post(Optional.empty(), title, authors, published, modified, paragraphs);
        }

        /** All that it says, title first. */
        String text() {
            StringBuilder text = new StringBuilder(title.orElse(""));
            paragraphs.forEach(paragraph -> text.append('\n').append(paragraph.text()));
            return text.toString();
        }
    }
}
