package org.onrecord.app.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Lena Ost, /speaker/Lena%20Ost",
                "Zoë Lindén, /speaker/Zo%C3%AB%20Lind%C3%A9n",
                "police/army, /speaker?name=police%2Farmy",
                ".., /speaker?name=..",
                "a%b?c#d, /speaker?name=a%25b%3Fc%23d",
                "\"><b>, /speaker/%22%3E%3Cb%3E",
            })
    void aNameIsOnePartOfAnAddress(String name, String link) {
        assertEquals(link, Links.speaker(name));
    }

    @Test
    void aFindingIsLitWhereItStands() {
        assertEquals("/article/0ab1?highlight=q3#q3", Links.finding("0ab1", "q3"));
        assertEquals("/?q=killed%3A%3E%3D10%20a%2Bb", Links.search("killed:>=10 a+b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                " javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "//north.example/a",
                "north.example",
                "http:",
                "http://[",
                "",
            })
    void onlyPagesOfTheWebAreLinkedTo(String address) {
        assertEquals(Optional.empty(), Links.outside(address));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "https://north.example/a, It was full., https://north.example/a#:~:text=It%20was%20full.",
                "https://north.example/a#post-7, `So, a half-full & open dam`, https://north.example/a#post-7:~:text=So%2C%20a%20half%2Dfull%20%26%20open%20dam",
                "https://north.example/, one two three four five six seven eight nine ten eleven twelve thirteen, https://north.example/#:~:text=one%20two%20three%20four%20five%20six§eight%20nine%20ten%20eleven%20twelve%20thirteen",
            })
    void aPassageIsOpenedAtItsWords(String address, String words, String link) {
        assertEquals(link.replace('§', ','), Links.passage(address, words));
    }

    @Test
    void pagesOfTheWebAreLinkedTo() {
        assertEquals(Optional.of("https://north.example/a?b=c&d#e"), Links.outside("https://north.example/a?b=c&d#e"));
    }
}
