package dev.sendero.rules.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.problem.ProblemPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ShopExampleTest {

    private static final Path SHOP = Path.of("..", "examples", "shop");

    @Test
    void the_shop_of_the_demo_has_no_problems() throws IOException {
        Project shop = ProjectReader.read(ProjectFolder.load(SHOP));

        assertThat(ProblemPrinter.print(shop.problems())).isEmpty();
        assertThat(shop.journeys()).hasSize(4);
        assertThat(shop.tests()).hasSize(4);
    }

    @Test
    void a_published_journey_is_the_same_where_it_arrives() throws IOException {
        Project shop = ProjectReader.read(ProjectFolder.load(SHOP));

        shop.journeys().forEach((id, journey) -> {
            var publication = Publications.of(shop, id, Instant.parse("2026-03-02T10:00:00Z"));
            Project arrived = Publications.read(publication);

            assertThat(arrived.problems()).isEmpty();
            assertThat(arrived.journeys().keySet()).containsExactly(id);
            assertThat(arrived.journeys().get(id).version()).isEqualTo(journey.version());
            assertThat(arrived.journeys().get(id).allSteps()).hasSameSizeAs(journey.allSteps());
            assertThat(shop.contents().keySet()).containsAll(arrived.contents().keySet());
        });
    }
}
