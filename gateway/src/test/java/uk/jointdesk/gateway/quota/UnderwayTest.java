package uk.jointdesk.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnderwayTest {

    private final Underway underway = new Underway(2);

    @Test
    void so_many_may_be_under_way_and_another_when_one_has_left() {
        assertThat(underway.enter("lbl")).isTrue();
        assertThat(underway.enter("lbl")).isTrue();
        assertThat(underway.enter("lbl")).isFalse();
        underway.leave("lbl");
        assertThat(underway.enter("lbl")).isTrue();
        assertThat(underway.enter("lbl")).isFalse();
    }

    @Test
    void clients_do_not_stand_in_each_others_way() {
        underway.enter("lbl");
        underway.enter("lbl");
        assertThat(underway.enter("lbs")).isTrue();
    }

    @Test
    void one_who_left_once_too_often_makes_no_room() {
        underway.leave("lbl");
        assertThat(underway.enter("lbl")).isTrue();
        assertThat(underway.enter("lbl")).isTrue();
        assertThat(underway.enter("lbl")).isFalse();
    }
}
