-- Where the batch runtime keeps job executions and checkpoints. The table and column names are
-- the runtime's (JBeret 3.1); it finds them and creates nothing, so the run-time role needs no DDL.
CREATE TABLE job_instance (
  jobinstanceid bigserial PRIMARY KEY,
  version integer,
  jobname varchar(512),
  applicationname varchar(512)
);

CREATE TABLE job_execution (
  jobexecutionid bigserial PRIMARY KEY,
  jobinstanceid bigint NOT NULL REFERENCES job_instance ON DELETE CASCADE,
  version integer,
  createtime timestamptz,
  starttime timestamptz,
  endtime timestamptz,
  lastupdatedtime timestamptz,
  batchstatus varchar(30),
  exitstatus varchar(512),
  jobparameters varchar(3000),
  restartposition varchar(255)
);
CREATE INDEX job_execution_by_instance ON job_execution (jobinstanceid);

CREATE TABLE step_execution (
  stepexecutionid bigserial PRIMARY KEY,
  jobexecutionid bigint NOT NULL REFERENCES job_execution ON DELETE CASCADE,
  version integer,
  stepname varchar(255),
  starttime timestamptz,
  endtime timestamptz,
  batchstatus varchar(30),
  exitstatus varchar(512),
  executionexception varchar(2048),
  persistentuserdata bytea,
  readcount integer,
  writecount integer,
  commitcount integer,
  rollbackcount integer,
  readskipcount integer,
  processskipcount integer,
  filtercount integer,
  writeskipcount integer,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea
);
CREATE INDEX step_execution_by_job ON step_execution (jobexecutionid);

CREATE TABLE partition_execution (
  partitionexecutionid integer NOT NULL,
  stepexecutionid bigint NOT NULL REFERENCES step_execution ON DELETE CASCADE,
  version integer,
  batchstatus varchar(30),
  exitstatus varchar(512),
  executionexception varchar(2048),
  persistentuserdata bytea,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea,
  PRIMARY KEY (partitionexecutionid, stepexecutionid)
);
