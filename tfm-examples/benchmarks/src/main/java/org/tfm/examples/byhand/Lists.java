package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import org.tfm.model.assessment.StatedTerm;

/** What the school agrees to do and what the hub provides: the same for every application. */
final class Lists {

  static final ImmutableList<StatedTerm> UNDERTAKINGS =
      list(
          new StatedTerm(
              "lead-developments",
              "The school will identify two teachers, its lead participants, to lead developments in the school.",
              Row.plain("work groups, first point"),
              Row.line(213)),
          new StatedTerm(
              "action-plan",
              "The school will develop an action plan: its lead participants and headteacher work on it with the Mastery Specialist.",
              Row.plain("work groups, third point"),
              Row.line(222)),
          new StatedTerm(
              "school-policies",
              "The school will ensure that its headteacher works with the Mastery Specialist and the hub's leadership team on whole-school policies and structures for mastery.",
              Row.plain("work groups, fourth point"),
              Row.line(231)),
          new StatedTerm(
              "work-with-colleagues",
              "The school will have its lead participants, supported by the headteacher, develop mastery teaching with colleagues, using professional development such as TRG methods.",
              Row.plain("work groups, fifth point"),
              Row.line(240)),
          new StatedTerm(
              "meetings",
              "The school will send its lead participants to the group's regular half-day meetings with the Mastery Specialist.",
              Row.read("expectations of schools, first point", "no number of meetings is stated"),
              Row.line(249)),
          new StatedTerm(
              "classroom-changes",
              "The school will ensure that its lead participants change maths teaching by the end of the year, in their own classrooms first and then beyond.",
              Row.plain("expectations of schools, first point"),
              Row.line(259)),
          new StatedTerm(
              "headteacher-meetings",
              "The school will ensure that its headteacher meets the Mastery Specialist and the hub's leadership, and works with the other headteachers in the group.",
              Row.read("expectations of schools, third point", "no number of meetings is stated"),
              Row.line(268)),
          new StatedTerm(
              "whole-school-introduction",
              "The school will introduce teaching for mastery across the school.",
              Row.plain("expectations of schools, fourth point"),
              Row.line(278)),
          new StatedTerm(
              "teacher-research-groups",
              "The school will set up Teacher Research Group (TRG) models of professional development to support its teachers.",
              Row.plain("expectations of schools, fourth point"),
              Row.line(287)),
          new StatedTerm(
              "reports",
              "The school will provide any reports that the hub requires.",
              Row.plain("expectations of schools, fifth point"),
              Row.line(296)),
          new StatedTerm(
              "evaluation",
              "The school will take part in any evaluation that is required.",
              Row.plain("expectations of schools, fifth point"),
              Row.line(305)),
          new StatedTerm(
              "continued-collaboration",
              "The school will continue to work with the schools in its group in 2023/24 and beyond.",
              Row.plain("expectations of schools, sixth point"),
              Row.line(314)),
          new StatedTerm(
              "next-stage",
              "The school is expected to stay in its group after the first year, to embed and then sustain teaching for mastery across the whole school.",
              Row.plain("work groups, paragraph after the points"),
              Row.line(323)));

  static final ImmutableList<StatedTerm> PROVISION =
      list(
          new StatedTerm(
              "start", "Work groups start in September 2022.", Row.plain("heading"), Row.line(334)),
          new StatedTerm(
              "focus",
              "The schools in a group work closely together to introduce and develop approaches to teaching for mastery.",
              Row.plain("work groups, second sentence"),
              Row.line(343)),
          new StatedTerm(
              "meetings",
              "Lead participants and teachers from the other schools meet the Mastery Specialist for regular half-days, in the style of a Teacher Research Group (TRG).",
              Row.read(
                  "work groups, second point; expectations of schools, first point",
                  "no number of meetings is stated"),
              Row.line(352)),
          new StatedTerm(
              "online-community",
              "The teachers in a group also work together in an online community.",
              Row.plain("work groups, second point"),
              Row.line(362)),
          new StatedTerm(
              "support-visits",
              "The Mastery Specialist visits each school every term to observe teaching, support Teacher Research Groups in the school and work on its action plan.",
              Row.plain("work groups, third point"),
              Row.line(371)),
          new StatedTerm(
              "teacher-development",
              "The Mastery Specialist gives the lead teachers high-quality support for their professional development.",
              Row.plain("benefits, first point"),
              Row.line(380)),
          new StatedTerm(
              "leadership-support",
              "The Mastery Specialist and the hub's leadership support the headteacher with leadership issues related to teaching for mastery.",
              Row.plain("benefits, second point"),
              Row.line(389)),
          new StatedTerm(
              "advocate-headteacher",
              "A local Advocate Headteacher, who works with the hub, supports the headteacher, mainly in developing teaching for mastery across the school.",
              Row.plain("benefits, third point"),
              Row.line(398)),
          new StatedTerm(
              "collaboration",
              "Schools have the opportunity to work closely with other schools that are developing teaching for mastery.",
              Row.plain("benefits, fourth point"),
              Row.line(407)),
          new StatedTerm(
              "follow-on-lead",
              "The Mastery Specialist usually leads the groups that follow, and the hub supports them to keep working together.",
              Row.read("work groups, paragraph after the points", "‘usually’ is not a promise"),
              Row.line(416)),
          new StatedTerm(
              "selection",
              "The hub chooses the schools that take part.",
              Row.read(
                  "expectations of schools, opening line", "how the hub chooses is not published"),
              Row.line(426)),
          new StatedTerm(
              "applying",
              "Schools that want to take part should complete the application form and submit it to the hub.",
              Row.plain("how to apply, first paragraph"),
              Row.line(436)),
          new StatedTerm(
              "early-applications",
              "Early applications are encouraged.",
              Row.read(
                  "how to apply, first paragraph",
                  "‘encouraged’ gives no priority, so the date of an application does not matter"),
              Row.line(445)),
          new StatedTerm(
              "placement",
              "Schools can say on the application form which schools they want to be placed with, such as those in their trust or local cluster.",
              Row.read(
                  "how to apply, second paragraph",
                  "this is a wish; it cannot change the size of a group"),
              Row.line(455)),
          new StatedTerm(
              "contact",
              "Once a school has applied, the hub contacts it to explain the next steps.",
              Row.read("how to apply, third paragraph", "no time is stated"),
              Row.line(465)));

  private Lists() {}

  private static ImmutableList<StatedTerm> list(StatedTerm... terms) {
    return ImmutableList.copyOf(terms);
  }
}
