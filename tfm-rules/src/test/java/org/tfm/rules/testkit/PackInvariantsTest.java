package org.tfm.rules.testkit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tfm.model.programme.AcademicYear;
import org.tfm.model.programme.Offering;
import org.tfm.rules.book.PolicyBook;

/** Every invariant holds of the bundled packs, and catches a policy that breaks it. */
class PackInvariantsTest {

  private static final PolicyBook BOOK = PolicyBook.bundled();

  @TestFactory
  Stream<DynamicTest> theBundledPacksHoldThemAll() {
    return PackInvariants.of(BOOK)
        .tests(
            BOOK.packs().stream()
                .flatMap(
                    pack ->
                        pack.offers().stream()
                            .map(
                                type ->
                                    Offering.of(
                                        pack.hub().id(),
                                        type,
                                        pack.year().orElse(AcademicYear.startingIn(2021)))))
                .toArray(Offering[]::new));
  }
}
