package org.onrecord.app.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.search.ArticleIndex;
import org.onrecord.search.LiveIndex;

/** Questions that take too long. */
class EnquiriesTest {
    @TempDir
    private Path folder;

    private LiveIndex index() throws IOException {
        try (ArticleIndex index = ArticleIndex.open(folder.resolve("index"), "test")) {
            index.commit();
        }
        return LiveIndex.open(folder.resolve("index"));
    }

    @Test
    @Timeout(30)
    void anAnswerThatDoesNotComeIsNotWaitedFor() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (LiveIndex index = index();
                Enquiries enquiries = new Enquiries(index, Duration.ofSeconds(1))) {
            Problem late = assertThrows(Problem.class, () -> enquiries.ask(reading -> wait(never)));
            assertEquals(503, late.status());
            assertTrue(late.detail().contains("narrow the query down"), late.detail());
            assertEquals("30", late.headers().get("Retry-After"));
            assertEquals("soon", enquiries.ask(reading -> "soon"));
        } finally {
            never.countDown();
        }
    }

    @Test
    @Timeout(30)
    void whatFailsSaysSoAndNothingElse() throws IOException {
        try (LiveIndex index = index();
                Enquiries enquiries = new Enquiries(index, Duration.ofSeconds(20))) {
            assertThrows(
                    IllegalStateException.class,
                    () -> enquiries.ask(reading -> {
                        throw new IllegalStateException("broken");
                    }));
            assertEquals("soon", enquiries.ask(reading -> "soon"));
        }
    }

    private static String wait(CountDownLatch latch) {
        try {
            latch.await();
            return "late";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
