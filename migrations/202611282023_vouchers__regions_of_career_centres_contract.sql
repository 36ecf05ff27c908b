drop table career_centre;
