package org.onrecord.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onrecord.Stages;
import org.onrecord.document.Document;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Kind;

class EntitiesTest {
    @Test
    void surnamesJoinTheFullNameWithItsRoleAndAffiliation() {
        assertEntity(
                "The bridge is unsafe, said Mira Okafor, the chief engineer of the Tarnow Port Authority. Okafor left.",
                EntityType.PERSON,
                "Mira Okafor (chief engineer, Tarnow Port Authority): Mira Okafor | Okafor");
    }

    @Test
    void aDescriptionBeforeTheNameIsItsRole() {
        assertEntity(
                "Police spokesman Daniel Harrow said two roads were shut. Harrow gave no reason.",
                EntityType.PERSON,
                "Daniel Harrow (spokesman, Police): Daniel Harrow | Harrow");
    }

    @Test
    void aRankIsNoPartOfTheName() {
        assertEntity(
                "Col. Daniel Harrow told reporters the road was shut. “We wait,” Harrow said.",
                EntityType.PERSON,
                "Daniel Harrow (Col., -): Daniel Harrow | Harrow");
    }

    @Test
    void aFamilyIsNoneOfItsMembers() {
        assertEntity(
                "Lena Brandt said the house was gone. The Brandt family fled on Monday, neighbours said.",
                EntityType.PERSON,
                "Lena Brandt (-, -): Lena Brandt");
    }

    @Test
    void aFormOfAddressTellsWhoseSurnameItIs() {
        assertEntity(
                "Mary Brandt said the house was gone. Mr. Brandt was at sea, and Mrs. Brandt had been asleep.",
                EntityType.PERSON,
                "Mary Brandt (-, -): Mary Brandt | Brandt",
                "Mr Brandt (-, -): Brandt");
        assertEntity(
                "Carlos and Mary Brandt said the house was gone. Mrs. Brandt wept, and Mr. Brandt said it was the wind.",
                EntityType.PERSON,
                "Carlos Brandt (-, -): Carlos | Brandt",
                "Mary Brandt (-, -): Mary Brandt | Brandt");
    }

    @Test
    void acronymsAndShortFormsJoinTheOrganisation() {
        assertEntity(
                "The World Health Organization said cases fell. The WHO said it was pleased.",
                EntityType.ORGANIZATION,
                "World Health Organization (-, -): World Health Organization | WHO");
    }

    @Test
    void definiteDescriptionsGoOn() {
        assertEntity(
                "The US-led coalition said it had fired. The coalition said it was sorry.",
                EntityType.ORGANIZATION,
                "US-led coalition (-, -): The US-led coalition | The coalition");
    }

    @Test
    void anUnnamedSpokeswomanIsOneAndTheSame() {
        assertEntity(
                "A spokeswoman for the ministry said trains were late. The spokeswoman said rain was to blame.",
                EntityType.ROLE,
                "spokeswoman for the ministry (spokeswoman, ministry): A spokeswoman for the ministry | The spokeswoman");
    }

    @Test
    void surnamesJoinInAnyCaseAndOfSeveralWords() {
        assertEntity(
                "Mayor Bill de Rosa said no. De Rosa said it again, and left.",
                EntityType.PERSON,
                "Bill de Rosa (Mayor, -): Bill de Rosa | De Rosa");
    }

    @Test
    void aPlaceIsNobody() {
        assertEntity(
                "Lena Brandt said she lived in Karos. Karos said its roads were shut.",
                EntityType.PERSON,
                "Lena Brandt (-, -): Lena Brandt");
    }

    @Test
    void capitalisedWordsInARowAreAName() {
        assertEntity(
                "The crane belonged to Harrow Lifting before the Border War.",
                EntityType.ORGANIZATION,
                "Harrow Lifting (-, -): Harrow Lifting");
    }

    @Test
    void businessesAreCalledByWhatTheyDo() {
        assertEntity(
                "Harrow Stores will close nine shops. The retailer said rents were high.",
                EntityType.ORGANIZATION,
                "Harrow Stores (-, -): Harrow Stores | The retailer");
    }

    @Test
    void whoeverIsNamedAsTheCaptainIsTheCaptain() {
        assertEntity(
                "The owners named the captain as Sven Okkonen, 51.",
                EntityType.PERSON,
                "Sven Okkonen (captain, -): the captain | Sven Okkonen");
    }

    @Test
    void nobodyIsAffiliatedWithWhereTheyLive() {
        assertEntity("Lena Brandt, of London, said it was cold.", EntityType.PERSON, "Lena Brandt (-, -): Lena Brandt");
    }

    private static void assertEntity(String text, EntityType type, String... expected) {
        Document document = Stages.run(Stages.ENTITIES, text);
        List<String> found = document.all(Kind.ENTITY).stream()
                .filter(entity -> entity.type() == type)
                .map(entity -> print(entity, text))
                .toList();
        assertEquals(List.of(expected), found);
    }

    private static String print(Entity entity, String text) {
        String mentions =
                entity.extent().spans().stream().map(span -> span.of(text)).collect(Collectors.joining(" | "));
        return entity.name() + " (" + entity.role().orElse("-") + ", "
                + entity.affiliation().orElse("-") + "): " + mentions;
    }
}
