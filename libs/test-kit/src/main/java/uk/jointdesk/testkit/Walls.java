package uk.jointdesk.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;

/**
 * The walls of the house as rules. Each is proved by a planted violation in this module's own tests, so that a rule
 * that matches nothing is noticed.
 */
public final class Walls {

    private Walls() {}

    /** The production classes below a package. */
    public static JavaClasses of(String rootPackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(rootPackage);
    }

    /** The walls every service keeps. */
    public static List<ArchRule> ofAService() {
        return List.of(domainIsPure(), onlyStoresSpeakSql(), timeComesFromTheClock(), noLegacyDates(), plainNames());
    }

    /** Rules are plain Java: they can be read, tested and moved without a framework. */
    public static ArchRule domainIsPure() {
        return noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "..domain..", "uk.jointdesk.servicelevel..")
                .allowEmptyShould(true)
                .as("domain depends on nothing but Java and the service level");
    }

    /**
     * SQL lives where rows live; a transaction without a partner scope cannot be opened anywhere else. An interface may
     * name the transaction that one feature's store hands to another's: it has no code that could speak SQL.
     */
    public static ArchRule onlyStoresSpeakSql() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..store..", "uk.jointdesk.kit..")
                .and(hasCode())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..", "org.jdbi..")
                .allowEmptyShould(true)
                .as("only stores speak SQL");
    }

    /** A judgement that asks the wall clock cannot be recomputed to the same bytes. */
    public static ArchRule timeComesFromTheClock() {
        return noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .as("time comes from the injected clock");
    }

    private static DescribedPredicate<JavaClass> hasCode() {
        return DescribedPredicate.describe(
                "have code",
                type -> !type.isInterface()
                        || type.getMethods().stream()
                                .anyMatch(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT)));
    }

    public static ArchRule noLegacyDates() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Date.class, java.util.Calendar.class)
                .as("no java.util.Date");
    }

    /** A class that is everybody's helper is nobody's responsibility. */
    public static ArchRule plainNames() {
        return classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)$")
                .allowEmptyShould(true)
                .as("classes are named after what they are in the field");
    }

    /** Money is integer pence; a binary fraction of a pound would lose some. */
    public static List<ArchRule> exactArithmetic() {
        return List.of(
                noFields()
                        .should()
                        .haveRawType(binaryFraction())
                        .allowEmptyShould(true)
                        .as("no field holds a float or a double"),
                noCodeUnits()
                        .should(HaveBinaryFractions.inTheirSignature())
                        .allowEmptyShould(true)
                        .as("no method takes or gives a float or a double"));
    }

    static DescribedPredicate<JavaClass> binaryFraction() {
        return DescribedPredicate.describe(
                "float or double", type -> List.of("float", "double", "java.lang.Float", "java.lang.Double")
                        .contains(type.getName()));
    }

    static boolean mentionsABinaryFraction(JavaCodeUnit unit) {
        return binaryFraction().test(unit.getRawReturnType())
                || unit.getRawParameterTypes().stream().anyMatch(binaryFraction());
    }
}
